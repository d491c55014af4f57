package io.hongbi.grading.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.grading.simulation.SamplePhoto;
import io.hongbi.grading.simulation.SamplePhotos;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectionTest {

    private final SamplePhotos photos = new SamplePhotos(1);
    private final Decoder decoder = new Decoder();
    private final Ink ink = new Ink();
    private final Inspection inspection = new Inspection();

    @AfterEach
    void close() {
        decoder.close();
        ink.close();
        inspection.close();
    }

    @Test
    void findsNoFaultWithGoodPhotos() {
        assertThat(LongStream.range(100, 102).mapToObj(photos::goodPage))
                .allSatisfy(photo -> assertThat(inspected(photo).faults()).isEmpty());
        assertThat(LongStream.range(100, 102).mapToObj(photos::halfPage))
                .allSatisfy(photo -> assertThat(inspected(photo).faults()).isEmpty());
    }

    @Test
    void findsNoFaultWithBlankSheets() {
        assertThat(LongStream.range(100, 102).mapToObj(photos::blankPage))
                .allSatisfy(photo -> assertThat(inspected(photo).faults()).isEmpty());
    }

    @Test
    void tellsWhatIsWrong() {
        for (long seed = 200; seed < 202; seed++) {
            assertThat(inspected(photos.blurred(seed)).faults()).containsExactly(Reason.BLURRED);
            assertThat(inspected(photos.dark(seed)).faults()).containsExactly(Reason.DARK);
            assertThat(inspected(photos.tiny(seed)).faults()).containsExactly(Reason.TOO_SMALL);
        }
    }

    @Test
    void findsReflexesThatHideWriting() {
        assertThat(inspected(photos.glaring(210)).faults()).containsExactly(Reason.GLARE);
    }

    @Test
    void findsPagesThatGoOnBeyondTheFrame() {
        assertThat(inspected(new SamplePhotos(4).cutOff(518)).faults())
                .containsExactly(Reason.CUT_OFF);
    }

    @Test
    void measuresTheSameOfAPhotoInAnySize() {
        var small = inspected(new SamplePhotos(2).goodPage(300));
        var large = inspected(new SamplePhotos(8).goodPage(300));

        assertThat(small.sharpness()).isGreaterThan(0.7);
        assertThat(large.sharpness()).isGreaterThan(0.7);
        assertThat(large.light()).isCloseTo(small.light(), within(0.05));
    }

    private Appearance inspected(SamplePhoto sample) {
        var decoded = (Decoded.Upright) decoder.decode(sample.jpeg());
        ink.find(decoded.grey());
        return inspection.inspect(decoded.photo(), ink);
    }
}
