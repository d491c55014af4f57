package io.hongbi.loadtest.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import java.util.List;

/** Pupils on a bad line, who send for half a minute, beside others who do not. */
public final class SlowClients extends OnTheSuite {

    private static final String OTHERS = "others";
    private static final int CLIENTS = 50;
    private static final int SENDING_SECONDS = 30;
    private static final int P95 = 500;

    private final SlowUploads slow =
            new SlowUploads(demo.url(), steady, photos.getFirst(), SENDING_SECONDS);

    /** Made by Gatling. */
    public SlowClients() {
        setUp(
                        afterWarmUp(
                                scenario(OTHERS)
                                        .exec(handIn.by(steady, OTHERS, this::beside))
                                        .injectOpen(
                                                constantUsersPerSec(Settings.rate(4))
                                                        .during(SENDING_SECONDS))))
                .protocols(protocol())
                .assertions(nothingFails(), uploadsAreAnsweredSoon(OTHERS));
    }

    private String beside() {
        slow.start(CLIENTS);
        return OTHERS;
    }

    @Override
    List<Finding> findings() {
        return List.of(
                Finding.atLeast(
                        "slow uploads accepted, of " + CLIENTS, (double) slow.accepted(), CLIENTS),
                Finding.millisAtMost(
                        "upload to reading of the others, p95",
                        times.of(OTHERS).percentileMillis(0.95),
                        P95));
    }
}
