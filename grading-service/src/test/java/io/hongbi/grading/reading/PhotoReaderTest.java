package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.simulation.SamplePhoto;
import io.hongbi.grading.simulation.SamplePhotos;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PhotoReaderTest {

    private static final ModelPageReaders READERS = new ModelPageReaders();
    private static final long SEED = 41;

    private final SamplePhotos photos = new SamplePhotos(1.92);
    private final PageReader reader = READERS.open();

    @AfterEach
    void closeReader() {
        reader.close();
    }

    @AfterAll
    static void closeModels() {
        READERS.close();
    }

    @Test
    void readsAGoodPage() {
        var page = read(photos.halfPage(SEED));

        assertThat(page.reading().readerVersion()).isEqualTo(READERS.readerVersion()).contains("+");
        assertThat(page.reading().photo()).isEqualTo(new Photo(1200, 1600, 1));
        assertThat(page.reading().quality().verdict()).isEqualTo(Quality.Verdict.OK);
        assertThat(page.reading().homework()).isNotNull();
        assertThat(page.reading().completion())
                .extracting(Completion::value)
                .isEqualTo(Completion.Value.PARTIAL);
        assertThat(page.stages())
                .containsOnlyKeys(
                        "decode", "ink", "quality", "sums", "page", "neatness", "preview");
        assertThat(page.cpuMillis()).isPositive();
        assertThat(page.crops()).isEmpty();
    }

    @Test
    void sendsBackWhatCannotBeReadWithTheReason() {
        assertThat(reasons(photos.blurred(SEED))).startsWith(Reason.BLURRED);
        assertThat(reasons(photos.dark(SEED))).startsWith(Reason.DARK);
        assertThat(reasons(photos.tiny(SEED))).startsWith(Reason.TOO_SMALL);
        assertThat(reasons(photos.notHomework(SEED))).startsWith(Reason.NOT_HOMEWORK);
    }

    @Test
    void tellsHomeworkEvenWhereThePhotoIsSentBack() {
        var reading = read(photos.dark(SEED)).reading();

        assertThat(reading.homework()).isNotNull();
        assertThat(reading.completion()).isNull();
        assertThat(reading.neatness()).isNull();
    }

    @Test
    void tellsPagesByTheirLooksUnlessTheyAreBlank() {
        assertThat(read(photos.goodPage(SEED)).reading().perceptualHash()).isNotNull();
        assertThat(read(photos.blankPage(SEED)).reading().perceptualHash()).isNull();
        assertThat(read(photos.blankPage(SEED + 1)).reading().perceptualHash()).isNull();
    }

    @Test
    void takesWhatCannotBeDecodedForARetake() {
        var whole = photos.goodPage(SEED).jpeg();

        var page = reader.read(Arrays.copyOf(whole, whole.length / 2), AssignmentKind.NOTES);

        assertThat(page.reading())
                .isEqualTo(
                        new PageReading(
                                READERS.readerVersion(),
                                null,
                                new Quality(
                                        Quality.Verdict.RETAKE, List.of(Reason.UNREADABLE), 0, 0),
                                null,
                                null,
                                null,
                                null,
                                List.of()));
        assertThat(page.preview()).isNull();
    }

    @Test
    void makesAnUprightPreview() {
        var page = read(photos.turned(6, SEED));

        try (var preview = new Raster()) {
            assertThat(preview.decode(Objects.requireNonNull(page.preview()).bytes(), 1)).isTrue();
            assertThat(preview.width()).isEqualTo(1200);
            assertThat(preview.height()).isEqualTo(1600);
        }
    }

    @Test
    void repeatsItselfBitForBit() {
        var first = read(photos.goodPage(SEED));
        read(photos.blurred(SEED)); // buffers hold something else in between
        try (var other = READERS.open()) {
            var second = other.read(photos.goodPage(SEED).jpeg(), AssignmentKind.NOTES);
            var third = read(photos.goodPage(SEED));

            assertThat(second.reading()).isEqualTo(first.reading()).isEqualTo(third.reading());
            assertThat(Objects.requireNonNull(second.preview()).bytes())
                    .isEqualTo(Objects.requireNonNull(first.preview()).bytes());
        }
    }

    private List<Reason> reasons(SamplePhoto photo) {
        return read(photo).reading().quality().reasons();
    }

    private ReadPage read(SamplePhoto photo) {
        return reader.read(photo.jpeg(), AssignmentKind.NOTES);
    }
}
