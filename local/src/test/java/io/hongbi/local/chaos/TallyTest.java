package io.hongbi.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void isRightWhenEachPageWasAnsweredOnce() {
        assertThat(new Tally(200, 200, 200, 0, 0, 200, 0, 17, 0, 0).isRight()).isTrue();
    }

    @Test
    void isWrongWhenAPageIsMissingOrDoubled() {
        assertThat(new Tally(200, 200, 199, 0, 0, 200, 0, 0, 0, 0).isRight()).isFalse();
        assertThat(new Tally(200, 201, 200, 0, 0, 200, 0, 0, 0, 0).isRight()).isFalse();
        assertThat(new Tally(200, 200, 200, 0, 1, 200, 0, 0, 0, 0).isRight()).isFalse();
        assertThat(new Tally(200, 200, 200, 0, 0, 200, 1, 0, 0, 0).isRight()).isFalse();
        assertThat(new Tally(200, 200, 200, 0, 0, 199, 0, 0, 0, 0).isRight()).isFalse();
        assertThat(new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).isRight()).isFalse();
    }
}
