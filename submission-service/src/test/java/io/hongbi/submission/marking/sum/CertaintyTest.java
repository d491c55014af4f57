package io.hongbi.submission.marking.sum;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item.Alternative;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertaintyTest {

    private static final Sum ASKED = Sum.of("16+27=").orElseThrow();

    @Test
    void trustsAReadingWithWhichTheSumHolds() {
        assertThat(isEnough("43", 0.8, other("48", 0.15))).isTrue();
        assertThat(isEnough("43", 0.2, other("48", 0.7))).isFalse();
    }

    @Test
    void trustsOneWithWhichItDoesNotOnlyWhereTheReaderIsSure() {
        assertThat(isEnough("48", 0.97, other("46", 0.02))).isTrue();
        assertThat(isEnough("48", 0.8, other("46", 0.15))).isFalse();
    }

    @Test
    void doubtsAWrongAnswerThatMayBeARightOne() {
        assertThat(isEnough("48", 0.97, other("43", 0.02))).isFalse();
        assertThat(isEnough("48", 0.97, other("46", 0.02))).isTrue();
    }

    @Test
    void doubtsWhereAPointOrAOneMayHaveBeenOverlooked() {
        assertThat(isEnough("14.5-7.2=", "73", 0.99)).isFalse();
        assertThat(isEnough("9.8-11=", "8.7", 0.99)).isFalse();
        assertThat(isEnough("56+57=", "13", 0.99)).isFalse();
        assertThat(isEnough("56+57=", "14", 0.99)).isTrue();
        assertThat(isEnough("14.5-7.2=", "74", 0.99)).isTrue();
    }

    @Test
    void doubtsWhatTheReaderGivesUp() {
        assertThat(isEnough("43", 0.05)).isFalse();
        assertThat(isEnough("48", 0)).isFalse();
    }

    private static boolean isEnough(String response, double confidence, Alternative... others) {
        return Certainty.isEnough(ASKED, response, confidence, List.of(others));
    }

    private static boolean isEnough(String asked, String response, double confidence) {
        return Certainty.isEnough(Sum.of(asked).orElseThrow(), response, confidence, List.of());
    }

    private static Alternative other(String response, double confidence) {
        return new Alternative(response, new Confidence(confidence));
    }
}
