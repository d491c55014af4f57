package io.hongbi.loadtest.load;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As many pages as the suite takes: so many clients, each with its next page at once. */
public final class Saturation extends OnTheSuite {

    private static final String PART = "saturated";
    private static final double PAGES_PER_SECOND = 15;
    private static final double BUSY = 0.9;

    private @Nullable MachineCpu cpu;
    private long began;

    /** Made by Gatling. */
    public Saturation() {
        setUp(
                        afterWarmUp(
                                scenario(PART)
                                        .exec(handIn.by(steady, PART, this::measured))
                                        .injectClosed(
                                                constantConcurrentUsers((int) Settings.rate(8))
                                                        .during(Settings.seconds(60)))))
                .protocols(protocol())
                .assertions(nothingFails(), uploadsAreAnsweredSoon(PART));
    }

    private synchronized String measured() {
        if (cpu == null) {
            cpu = MachineCpu.now();
            began = System.nanoTime();
        }
        return PART;
    }

    @Override
    synchronized List<Finding> findings() {
        var seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        return List.of(
                Finding.atLeast(
                        "pages a second",
                        times.of(PART).sorted().size() / seconds,
                        PAGES_PER_SECOND),
                Finding.atLeast(
                        "share of the machine's processors that was busy",
                        cpu == null ? 0 : cpu.busySince(),
                        BUSY));
    }
}
