package io.hongbi.submission.outbox;

import java.time.Duration;
import java.util.Map;

/** Workers of whom nothing is heard. */
record FixedWorkload(UnderWay underWay, Lately lately) implements Workload {

    static final Lately NOTHING = new Lately(0, Duration.ZERO);

    static FixedWorkload none() {
        return of(new UnderWay(Map.of()));
    }

    static FixedWorkload of(UnderWay underWay) {
        return new FixedWorkload(underWay, NOTHING);
    }
}
