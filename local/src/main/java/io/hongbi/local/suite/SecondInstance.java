package io.hongbi.local.suite;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Ports;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.RunState.PartState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Another instance of a service beside the one that runs, as there is in a rolling update. Its port
 * is known to Nacos only, so the suite has to be up with one.
 */
public final class SecondInstance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ServicePart service;
    private final Child child;

    private SecondInstance(ServicePart service, Child child) {
        this.service = service;
        this.child = child;
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @param state of the suite that runs
     * @throws IllegalStateException if it does not become ready
     */
    public static SecondInstance of(Part part, Place place, RunState state) {
        ServicePart service = service(part, place, state);
        SecondInstance second = new SecondInstance(service, service.launch());
        if (!Waiting.until(service::isReady, PATIENCE)) {
            second.close();
            throw new IllegalStateException("A second " + part.id() + " is not ready");
        }
        return second;
    }

    private static ServicePart service(Part part, Place place, RunState state) {
        List<Integer> free = Ports.free(2);
        Path application = new Applications(place).unpacked(part);
        Path work = place.work(part).resolveSibling(part.id() + "-2");
        Path temporary = work.resolve("tmp");
        return new ServicePart(
                part,
                Jvm.command(part, application, AotCaches.used(place), temporary),
                () -> environment(part, place, state, free),
                free.get(0),
                free.get(1),
                work,
                temporary,
                place.log(part).resolveSibling(part.id() + "-2.log"));
    }

    private static Map<String, String> environment(
            Part part, Place place, RunState state, List<Integer> ports) {
        boolean nacos = state.parts().stream().map(PartState::part).anyMatch(Part.NACOS::equals);
        Environment asTheFirst =
                new Environment(
                        place,
                        Secrets.in(place.secrets()),
                        PortPlan.of(state),
                        state.url(),
                        new Wanted(0, nacos));
        Map<String, String> all =
                new HashMap<>(asTheFirst.of(part, state.part(Part.POSTGRES).port()));
        all.put("SERVER_PORT", "" + ports.get(0));
        all.put("MANAGEMENT_SERVER_PORT", "" + ports.get(1));
        all.put("HONGBI_INTAKE_SPOOL_FOLDER", place.spool() + "-2"); // emptied at each start
        all.remove("HONGBI_DEMO_ENV_FILE"); // has one writer
        return all;
    }

    /** Where it listens. */
    public int port() {
        return service.port();
    }

    /** Asks it to stop and waits until it has. */
    @Override
    public void close() {
        service.stop(child);
    }
}
