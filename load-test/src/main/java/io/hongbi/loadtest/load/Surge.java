package io.hongbi.loadtest.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.OpenInjectionStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One school sends twenty times what it usually does, in rounds, beside another that goes on as
 * before. What counts is how much longer that other one waits: in each round, and the median of
 * these.
 */
public final class Surge extends OnTheSuite {

    private static final String OTHERS = "others";
    private static final String SURGING = "surging school";
    private static final int TIMES = 20;
    private static final int ROUNDS = 3;
    private static final double GROWTH = 1.2;

    /** Quiet, surge, and a while in which its rest is read and which is not counted; seconds. */
    private static final int QUIET = 40;

    private static final int SURGE = 20;
    private static final int REST = 20;

    private volatile long began;

    /** Made by Gatling. */
    public Surge() {
        var usual = Settings.rate(0.5);
        var school = School.surging(demo);
        var seconds = ROUNDS * (QUIET + SURGE + REST);
        setUp(
                        afterWarmUp(
                                scenario(OTHERS)
                                        .exec(handIn.by(steady, OTHERS, this::phase))
                                        .injectOpen(constantUsersPerSec(4 * usual).during(seconds)),
                                scenario(SURGING)
                                        .exec(handIn.by(school, SURGING, () -> SURGING))
                                        .injectOpen(surges(usual))))
                .protocols(protocol())
                .assertions(nothingFails(), uploadsAreAnsweredSoon(OTHERS));
    }

    private static List<OpenInjectionStep> surges(double usual) {
        var steps = new ArrayList<OpenInjectionStep>();
        for (int round = 0; round < ROUNDS; round++) {
            steps.add(constantUsersPerSec(usual).during(QUIET));
            steps.add(constantUsersPerSec(TIMES * usual).during(SURGE));
            steps.add(constantUsersPerSec(usual).during(REST));
        }
        return steps;
    }

    private synchronized String phase() {
        if (began == 0) {
            began = System.nanoTime();
        }
        var second = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        var round = second / (QUIET + SURGE + REST);
        var within = second % (QUIET + SURGE + REST);
        return within < QUIET ? quiet(round) : within < QUIET + SURGE ? surge(round) : "rest";
    }

    private static String quiet(long round) {
        return "others, quiet " + (round + 1);
    }

    private static String surge(long round) {
        return "others, surge " + (round + 1);
    }

    @Override
    List<Finding> findings() {
        var growths =
                IntStream.range(0, ROUNDS)
                        .mapToDouble(round ->
                                (double) times.of(surge(round)).percentileMillis(0.95)
                                        / times.of(quiet(round)).percentileMillis(0.95))
                        .sorted()
                        .toArray();
        return List.of(
                Finding.atMost(
                        "others' p95 from upload to reading, surge to quiet, median of rounds",
                        growths[ROUNDS / 2],
                        GROWTH));
    }
}
