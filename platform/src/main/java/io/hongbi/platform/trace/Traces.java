package io.hongbi.platform.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries the trace over what no instrumentation bridges: an outbox row, a share listener. The wire
 * form is the W3C {@code traceparent}.
 */
public final class Traces {

    /** Name of the HTTP and Kafka header. */
    public static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    public Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The id of the current trace, 32 hexadecimal digits; empty outside of one. */
    public Optional<String> traceId() {
        return Optional.ofNullable(tracer.currentTraceContext().context())
                .map(context -> context.traceId())
                .filter(id -> !id.isEmpty());
    }

    /** The current place in the trace, to be continued by {@link #run}; empty outside of one. */
    public Optional<String> traceparent() {
        var context = tracer.currentTraceContext().context();
        if (context == null) {
            return Optional.empty();
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(context, carrier, (_, key, value) -> carrier.put(key, value));
        return Optional.ofNullable(carrier.get(TRACEPARENT));
    }

    /**
     * Runs the work in a new span of the given trace.
     *
     * @param traceparent null or malformed starts a trace of its own
     * @param name what the work is, in lower case with dots
     */
    public void run(@Nullable String traceparent, String name, Runnable work) {
        var span = span(traceparent, name);
        try (var _ = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException | Error e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    /** As {@link #run}, for work that gives something back. */
    public <T extends @Nullable Object> T call(
            @Nullable String traceparent, String name, Supplier<T> work) {
        var span = span(traceparent, name);
        try (var _ = tracer.withSpan(span)) {
            return work.get();
        } catch (RuntimeException | Error e) {
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private Span span(@Nullable String traceparent, String name) {
        if (traceparent == null) {
            return tracer.spanBuilder().setNoParent().name(name).start();
        }
        return propagator
                .extract(Map.of(TRACEPARENT, traceparent), (map, key) -> map.get(key))
                .name(name)
                .start();
    }
}
