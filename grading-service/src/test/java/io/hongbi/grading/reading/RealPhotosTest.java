package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.common.reading.Quality.Verdict;
import io.hongbi.grading.photo.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reads the photos of the data folder ({@code HONGBI_DATA}, by default beside the repository),
 * which are not part of it: skipped where they are not there.
 */
class RealPhotosTest {

    private static final ModelPageReaders READERS = new ModelPageReaders();
    private static final PageReader READER = READERS.open();
    private static final Path PHOTOS =
            Path.of(Objects.requireNonNullElse(System.getenv("HONGBI_DATA"), "../../shared/data"))
                    .resolve("photos");

    /** An astronaut before a flag: {@code astronaut.png} of scikit-image. */
    private static final String PORTRAIT = "skimage-001.jpg";

    @BeforeAll
    static void needsTheDataFolder() {
        assumeThat(PHOTOS).as("HONGBI_DATA is not there: no real photo is read").isDirectory();
    }

    @AfterAll
    static void close() {
        READER.close();
        READERS.close();
    }

    @Test
    void sendsNoHandwrittenPageBack() {
        assertThat(photos("handwritten_page"))
                .hasSize(25)
                .allSatisfy(file ->
                        assertThat(quality(bytes(file)).reasons()).as(file.toString()).isEmpty());
    }

    @Test
    void tellsOnlyRealFaults() {
        for (var file : photos("handwritten_page")) {
            assertThat(firstReason(file, RealPhotosTest::blurred)).isEqualTo(Reason.BLURRED);
            assertThat(firstReason(file, RealPhotosTest::darkened)).isEqualTo(Reason.DARK);
            assertThat(firstReason(file, (photo, into) -> shrunk(photo, into, 400)))
                    .isEqualTo(Reason.TOO_SMALL);
        }
    }

    /** Some of them were trained on; the model card tells how those fare that were not. */
    @Test
    void sendsOtherThingsBack() {
        var things = photos("not_homework");

        long sentBack =
                things.stream()
                        .filter(file ->
                                quality(bytes(file)).reasons().contains(Reason.NOT_HOMEWORK))
                        .count();

        assertThat((double) sentBack / things.size()).isGreaterThanOrEqualTo(0.97);
    }

    /**
     * The one face among the photos, a portrait of which training saw the whole: whatever the task,
     * it is no homework, and nothing in it is an answer. No face that training has not seen is at
     * hand.
     */
    @ParameterizedTest
    @EnumSource(
            value = AssignmentKind.class,
            names = {"NOTES", "ARITHMETIC"})
    void takesAFaceForNoHomework(AssignmentKind kind) {
        try (var portrait = new Raster();
                var head = new Raster();
                var enlarged = new Raster();
                var lit = new Raster()) {
            portrait.decode(bytes(PHOTOS.resolve("not_homework").resolve(PORTRAIT)), 1);
            portrait.cut(140, 10, 170, 190, head);
            for (var shown : List.of(portrait, head)) {
                shown.resize(shown.width() * 2016 / shown.height(), 2016, enlarged);
                for (double light : new double[] {1, 1.5, 0.6, 0.35}) {
                    relit(enlarged, light, lit);

                    var reading = READER.read(lit.toJpeg(92), kind).reading();

                    assertThat(reading)
                            .as("%d px high, light times %s", shown.height(), light)
                            .satisfies(told -> {
                                assertThat(told.homework())
                                        .isNotNull()
                                        .extracting(Homework::value)
                                        .isEqualTo(false);
                                assertThat(told.quality().verdict()).isEqualTo(Verdict.RETAKE);
                                assertThat(told.quality().reasons()).contains(Reason.NOT_HOMEWORK);
                                assertThat(told.items()).isEmpty();
                            });
                }
            }
        }
    }

    private static Reason firstReason(Path file, BiConsumer<Raster, Raster> harm) {
        try (var photo = new Raster();
                var harmed = new Raster()) {
            photo.decode(bytes(file), 1);
            harm.accept(photo, harmed);
            var reasons = quality(harmed.toJpeg(92)).reasons();
            assertThat(reasons).as(file.toString()).isNotEmpty();
            return reasons.getFirst();
        }
    }

    private static void blurred(Raster photo, Raster into) {
        photo.blur(photo.longerSide() / 400.0, into);
    }

    private static void darkened(Raster photo, Raster into) {
        relit(photo, 0.25, into);
    }

    private static void relit(Raster photo, double light, Raster into) {
        var values = photo.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) Math.min(255, (int) ((values[i] & 0xFF) * light));
        }
        into.fill(photo.width(), photo.height(), values);
    }

    private static void shrunk(Raster photo, Raster into, int longerSide) {
        double scale = (double) longerSide / photo.longerSide();
        photo.shrink(
                (int) Math.round(photo.width() * scale),
                (int) Math.round(photo.height() * scale),
                into);
    }

    private static Quality quality(byte[] photo) {
        return READER.read(photo, AssignmentKind.NOTES).reading().quality();
    }

    private static List<Path> photos(String kind) {
        try (var files = Files.list(PHOTOS.resolve(kind))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
