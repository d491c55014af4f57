package io.hongbi.loadtest.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.hongbi.local.bench.Memory;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The same rate for long: neither time nor memory may grow. */
public final class Soak extends OnTheSuite {

    private static final String FIRST = "first half";
    private static final String SECOND = "second half";
    private static final double GROWTH = 1.2;

    private final AtomicBoolean halfOver = new AtomicBoolean();
    private volatile long memory;

    /** Made by Gatling. */
    public Soak() {
        var half = Settings.seconds(1800) / 2;
        var rate = Settings.rate(4);
        setUp(
                        afterWarmUp(
                                scenario(FIRST)
                                        .exec(handIn.by(steady, FIRST, () -> FIRST))
                                        .injectOpen(constantUsersPerSec(rate).during(half))
                                        .andThen(
                                                scenario(SECOND)
                                                        .exec(
                                                                handIn.by(
                                                                        steady,
                                                                        SECOND,
                                                                        this::secondHalf))
                                                        .injectOpen(
                                                                constantUsersPerSec(rate)
                                                                        .during(half)))))
                .protocols(protocol())
                .assertions(
                        nothingFails(),
                        uploadsAreAnsweredSoon(FIRST),
                        uploadsAreAnsweredSoon(SECOND));
    }

    private String secondHalf() {
        if (halfOver.compareAndSet(false, true)) {
            memory = memory();
        }
        return SECOND;
    }

    private static long memory() {
        var parts = RunState.in(Settings.place()).orElseThrow().parts();
        return Memory.mebibytes(parts.stream().map(PartState::child).toList()).orElse(1);
    }

    @Override
    List<Finding> findings() {
        return List.of(
                Finding.atMost(
                        "upload to reading, p95, second half to first",
                        (double) times.of(SECOND).percentileMillis(0.95)
                                / times.of(FIRST).percentileMillis(0.95),
                        GROWTH),
                Finding.atMost(
                        "memory of all processes, at the end to the middle",
                        (double) memory() / memory,
                        GROWTH));
    }
}
