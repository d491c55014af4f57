package io.hongbi.grading.reading;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality;
import io.hongbi.grading.arithmetic.FoundExpression;
import io.hongbi.grading.arithmetic.LineModel;
import io.hongbi.grading.glyph.GlyphModel;
import io.hongbi.grading.page.Neatness;
import io.hongbi.grading.page.PageModel;
import io.hongbi.grading.page.PageRecognition;
import io.hongbi.grading.page.RecognisedPage;
import io.hongbi.grading.photo.Decoded;
import io.hongbi.grading.photo.Decoder;
import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Inspection;
import io.hongbi.grading.photo.PhotoHash;
import io.hongbi.grading.photo.Preview;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.SheetOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way from a photo to its reading, stage by stage. */
final class PhotoReader implements PageReader {

    /** Whose fiducials and code have been read is homework. */
    private static final Homework PRINTED_BY_US = new Homework(true, new Confidence(0.9999));

    private final String readerVersion;
    private final PageRecognition recognition;
    private final Decoder decoder = new Decoder();
    private final Ink ink = new Ink();
    private final Inspection inspection = new Inspection();
    private final Neatness neatness = new Neatness();
    private final Preview preview = new Preview();
    private final PhotoHash hash = new PhotoHash();
    private final WorksheetReading worksheet;
    private final ArithmeticReading arithmetic;

    PhotoReader(PageModel page, GlyphModel glyph, LineModel lines, String readerVersion) {
        this.recognition = page.open();
        this.worksheet = new WorksheetReading(glyph);
        this.arithmetic = new ArithmeticReading(lines);
        this.readerVersion = readerVersion;
    }

    @Override
    public ReadPage read(byte[] file, ReadingTask task) {
        var watch = new Stopwatch();
        return switch (watch.time("decode", () -> decoder.decode(file))) {
            case Decoded.Unreadable() -> unreadable(watch);
            case Decoded.Upright(var photo, var grey) -> {
                if (task.kind() == AssignmentKind.ARITHMETIC) {
                    yield readSums(photo, grey, watch);
                }
                yield task.layout() == null
                        ? read(photo, grey, watch)
                        : readSheet(photo, grey, task.layout(), watch);
            }
        };
    }

    /**
     * Sums are looked for to count which of them are done, and to tell print from what is to be
     * neat; what they say nobody asks.
     */
    private ReadPage read(Photo photo, Raster grey, Stopwatch watch) {
        watch.run("ink", () -> ink.find(grey));
        var appearance = watch.time("quality", () -> inspection.inspect(photo, ink));
        var sums = watch.time("sums", () -> arithmetic.findWhereAlone(grey, ink));
        var page = watch.time("page", () -> pageOfSums(sums, items(sums, photo, grey)));
        var tidy = watch.time("neatness", () -> neatnessOfAnswers(sums, grey));
        var image = watch.time("preview", () -> new Jpeg(preview.of(grey)));
        var quality = Verdict.of(appearance, page.homework());
        return new ReadPage(
                reading(photo, quality, page, tidy, List.of()),
                image,
                Map.of(),
                watch.stages(),
                watch.millis());
    }

    private ReadPage readSums(Photo photo, Raster grey, Stopwatch watch) {
        watch.run("ink", () -> ink.find(grey));
        var appearance = watch.time("quality", () -> inspection.inspect(photo, ink));
        var sums = watch.time("sums", () -> arithmetic.find(grey, ink));
        var items = items(sums, photo, grey);
        var page = watch.time("page", () -> pageOfSums(sums, items));
        var tidy = watch.time("neatness", () -> neatnessOfAnswers(sums, grey));
        var image = watch.time("preview", () -> new Jpeg(preview.of(grey)));
        var quality = Verdict.of(appearance, page.homework());
        boolean readable = quality.verdict() == Quality.Verdict.OK;
        var crops = watch.time("crops", () -> arithmetic.crops(readable ? sums : List.of(), grey));
        return new ReadPage(
                reading(photo, quality, page, tidy, readable ? items : List.of()),
                image,
                crops,
                watch.stages(),
                watch.millis());
    }

    private static List<Item> items(List<FoundExpression> sums, Photo photo, Raster grey) {
        return ArithmeticReading.items(sums, (double) photo.width() / grey.width());
    }

    /** A page of sums is mostly print, which is always neat. */
    private Optional<Neatness.Measure> neatnessOfAnswers(List<FoundExpression> sums, Raster grey) {
        if (ArithmeticReading.homework(sums).isEmpty()) {
            return neatness.of(ink);
        }
        double factor = (double) ink.half().width() / grey.width();
        return neatness.of(ink, ArithmeticReading.answers(sums, factor));
    }

    /** The network is asked only where sums do not tell what the page is and what is done of it. */
    private RecognisedPage pageOfSums(List<FoundExpression> sums, List<Item> items) {
        var homework = ArithmeticReading.homework(sums);
        var completion = ArithmeticReading.completion(sums, items);
        if (homework.isPresent() && completion.isPresent()) {
            return new RecognisedPage(homework.get(), completion.get());
        }
        var looks = recognition.recognise(ink.copy());
        return new RecognisedPage(
                homework.orElse(looks.homework()), completion.orElse(looks.completion()));
    }

    private ReadPage readSheet(Photo photo, Raster grey, SheetLayout layout, Stopwatch watch) {
        watch.run("ink", () -> ink.find(grey));
        var appearance = watch.time("quality", () -> inspection.inspectSheet(photo, ink));
        var found = watch.time("sheet", () -> worksheet.find(grey, ink.copy(), layout));
        var sheet = watch.time("items", () -> worksheet.read(found, photo, grey));
        var homework = watch.time("page", () -> homework(found));
        var image = watch.time("preview", () -> new Jpeg(preview.of(grey)));
        var reading =
                SheetVerdict.of(appearance, found, sheet, homework)
                        .reading(
                                readerVersion,
                                photo,
                                Rounded.of(homework),
                                hash.of(ink).orElse(null));
        var crops = watch.time("crops", () -> worksheet.crops(found, grey));
        return new ReadPage(
                reading,
                image,
                reading.items().isEmpty() ? Map.of() : crops,
                watch.stages(),
                watch.millis());
    }

    /** The network is asked only where no sheet was found. */
    private Homework homework(SheetOutcome outcome) {
        return outcome instanceof SheetOutcome.Unreadable
                ? recognition.recognise(ink.copy()).homework()
                : PRINTED_BY_US;
    }

    private PageReading reading(
            Photo photo,
            Quality quality,
            RecognisedPage page,
            Optional<Neatness.Measure> tidy,
            List<Item> items) {
        boolean readable = quality.verdict() == Quality.Verdict.OK;
        var told = tidy.filter(_ -> readable);
        return new PageReading(
                readerVersion,
                photo,
                quality,
                Rounded.of(page.homework()),
                readable ? Rounded.of(page.completion()) : null,
                told.map(Neatness.Measure::value).map(Rounded::toFourPlaces).orElse(null),
                told.map(Neatness.Measure::features).map(Rounded::of).orElse(null),
                null,
                items,
                page.completion().value() == Completion.Value.BLANK
                        ? null
                        : hash.of(ink).orElse(null));
    }

    private ReadPage unreadable(Stopwatch watch) {
        var reading =
                new PageReading(
                        readerVersion,
                        null,
                        Verdict.unreadable(),
                        null,
                        null,
                        null,
                        null,
                        List.of());
        return new ReadPage(reading, null, Map.of(), watch.stages(), watch.millis());
    }

    @Override
    public void close() {
        recognition.close();
        decoder.close();
        ink.close();
        inspection.close();
        neatness.close();
        preview.close();
        hash.close();
        worksheet.close();
        arithmetic.close();
    }
}
