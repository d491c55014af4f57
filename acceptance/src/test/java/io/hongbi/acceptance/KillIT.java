package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.chaos.Chaos;
import io.hongbi.local.chaos.Tally;
import org.junit.jupiter.api.Test;

class KillIT {

    private static final int PAGES = 200;

    @Test
    void answersEveryAcceptedPageOnceThoughEveryProcessIsKilled() {
        RunningSuite suite = RunningSuite.shared();

        Tally tally = new Chaos(suite.place(), System.out::println).run(PAGES);

        assertThat(tally.accepted()).as(tally.lines()).isEqualTo(PAGES);
        assertThat(tally.isRight()).as(tally.lines()).isTrue();
    }
}
