package io.hongbi.submission.marking.sum;

import static io.hongbi.submission.marking.sum.Certainty.NONE;
import static io.hongbi.submission.marking.sum.Certainty.NOT_RIGHT;
import static io.hongbi.submission.marking.sum.Certainty.READ;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item.Alternative;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertaintyTest {

    @Test
    void trustsAReadingWithWhichTheSumHolds() {
        assertThat(of("16+27=", "43", 0.8, other("48", 0.15))).isEqualTo(READ);
        assertThat(of("16+27=", "43", 0.2, other("48", 0.7))).isEqualTo(NONE);
    }

    @Test
    void tellsAWrongAnswerOnlyWhereTheReaderIsSureOfIt() {
        assertThat(of("16+27=", "48", 0.99, other("46", 0.01))).isEqualTo(READ);
        assertThat(of("16+27=", "48", 0.8, other("46", 0.19))).isEqualTo(NOT_RIGHT);
        assertThat(of("16+27=", "48", 0.8)).isEqualTo(NONE);
    }

    @Test
    void doubtsAWrongAnswerThatMayBeARightOne() {
        assertThat(of("16+27=", "48", 0.97, other("43", 0.02))).isEqualTo(NONE);
        assertThat(of("16+27=", "48", 0.97, other("46", 0.02))).isEqualTo(READ);
    }

    @Test
    void doubtsWhereAPointOrAOneMayHaveBeenOverlooked() {
        var unlikely = other("6", 0.03);
        assertThat(of("14.5-7.2=", "73", 0.96, unlikely)).isEqualTo(NONE);
        assertThat(of("9.8-11=", "8.7", 0.96, unlikely)).isEqualTo(NONE);
        assertThat(of("56+57=", "13", 0.96, unlikely)).isEqualTo(NONE);
        assertThat(of("56+57=", "14", 0.96, unlikely)).isEqualTo(READ);
        assertThat(of("14.5-7.2=", "74", 0.96, unlikely)).isEqualTo(READ);
    }

    @Test
    void doubtsWhatTheReaderGivesUp() {
        assertThat(of("16+27=", "43", 0.05)).isEqualTo(NONE);
        assertThat(of("16+27=", "48", 0.05)).isEqualTo(NONE);
        assertThat(of("16+27=", null, 0.05)).isEqualTo(NONE);
        assertThat(of("16+27=", "48", 0)).isEqualTo(NONE);
    }

    @Test
    void doubtsWhatMayNotBeCrossedOut() {
        assertThat(of("16+27=", null, 0.9, other("48", 0.09))).isEqualTo(NOT_RIGHT);
        assertThat(of("16+27=", null, 0.9, other("43", 0.09))).isEqualTo(NONE);
    }

    private static Certainty of(
            String asked, @Nullable String response, double confidence, Alternative... others) {
        return Certainty.of(Sum.of(asked).orElseThrow(), response, confidence, List.of(others));
    }

    private static Alternative other(String response, double confidence) {
        return new Alternative(response, new Confidence(confidence));
    }
}
