package io.hongbi.loadtest.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.PopulationBuilder;
import java.util.List;

/** A steady rate, four times as many at once, and the steady rate again. */
public final class Step extends OnTheSuite {

    private static final int TIMES = 4;
    private static final String BEFORE = "before";
    private static final String STEP = "step";
    private static final String AFTER = "after";

    /** What the rest of a step may cost those who come after it. */
    private static final double BACK = 1.5;

    /** Made by Gatling. */
    public Step() {
        var rate = Settings.rate(2.5);
        setUp(
                        afterWarmUp(
                                part(BEFORE, rate)
                                        .andThen(
                                                part(STEP, TIMES * rate)
                                                        .andThen(part(AFTER, rate)))))
                .protocols(protocol())
                .assertions(
                        nothingFails(),
                        uploadsAreAnsweredSoon(STEP),
                        uploadsAreAnsweredSoon(AFTER));
    }

    private PopulationBuilder part(String name, double rate) {
        return scenario(name)
                .exec(handIn.by(steady, name, () -> name))
                .injectOpen(constantUsersPerSec(rate).during(Settings.seconds(45)));
    }

    @Override
    List<Finding> findings() {
        return List.of(
                Finding.atMost(
                        "upload to reading, p95 after the step to before it",
                        (double) times.of(AFTER).percentileMillis(0.95)
                                / times.of(BEFORE).percentileMillis(0.95),
                        BACK));
    }
}
