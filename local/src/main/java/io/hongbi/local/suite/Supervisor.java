package io.hongbi.local.suite;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Starts all parts side by side, keeps them alive, and stops them in an order that loses nothing.
 */
public final class Supervisor {

    private static final Set<Part> ON_POSTGRES = EnumSet.of(Part.SUBMISSION, Part.NOTIFICATION);

    private final Ledger ledger;
    private final Map<Part, Keeper> keepers = new EnumMap<>(Part.class);

    /**
     * @param news told in one line when a part had to be started again
     */
    public Supervisor(
            Place place, String url, int gatewayPort, Wanted wanted, Consumer<String> news) {
        this(place, url, suite(place, url, gatewayPort, wanted), news);
    }

    Supervisor(Place place, String url, Suite suite, Consumer<String> news) {
        ledger = new Ledger(place, url, suite.ports().waiting());
        for (Part part : suite.ports().parts()) {
            List<Keeper> after =
                    ON_POSTGRES.contains(part) ? List.of(keeper(Part.POSTGRES)) : List.of();
            keepers.put(part, new Keeper(suite.part(part), after, ledger, news));
        }
    }

    private static Suite suite(Place place, String url, int gatewayPort, Wanted wanted) {
        return new Suite(place, url, gatewayPort, wanted, AotCaches.used(place));
    }

    /** Starts everything and returns at once. */
    public void start() {
        keepers.values().forEach(Keeper::start);
    }

    public RunState state() {
        return ledger.state();
    }

    /** Stops the services, then the broker, then the database, each after it has finished. */
    public void stop() {
        stopTogether(EnumSet.of(Part.GATEWAY));
        stopTogether(EnumSet.of(Part.SUBMISSION, Part.GRADING, Part.NOTIFICATION));
        stopTogether(EnumSet.of(Part.KAFKA, Part.NACOS));
        stopTogether(EnumSet.of(Part.POSTGRES));
    }

    private void stopTogether(Set<Part> parts) {
        List<Thread> stops =
                parts.stream()
                        .filter(keepers::containsKey)
                        .map(p -> Thread.ofPlatform().start(keeper(p)::stop))
                        .toList();
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Keeper keeper(Part part) {
        return Objects.requireNonNull(keepers.get(part));
    }
}
