package io.hongbi.loadtest.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import java.util.List;

/** Pages at one rate, as on an evening without anything special. */
public final class Evening extends OnTheSuite {

    private static final String PART = "steady";
    private static final int P50 = 250;
    private static final int P95 = 500;

    /** Made by Gatling. */
    public Evening() {
        setUp(
                        afterWarmUp(
                                scenario(PART)
                                        .exec(handIn.by(steady, PART, () -> PART))
                                        .injectOpen(
                                                constantUsersPerSec(Settings.rate(4))
                                                        .during(Settings.seconds(120)))))
                .protocols(protocol())
                .assertions(nothingFails(), uploadsAreAnsweredSoon(PART));
    }

    @Override
    List<Finding> findings() {
        return List.of(
                Finding.millisAtMost(
                        "upload to reading, p50", times.of(PART).percentileMillis(0.5), P50),
                Finding.millisAtMost(
                        "upload to reading, p95", times.of(PART).percentileMillis(0.95), P95));
    }
}
