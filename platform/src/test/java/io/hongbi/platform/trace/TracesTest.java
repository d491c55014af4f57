package io.hongbi.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

    private final io.opentelemetry.api.trace.Tracer otel =
            SdkTracerProvider.builder().build().get("test");
    private final Traces traces =
            new Traces(
                    new OtelTracer(otel, new OtelCurrentTraceContext(), _ -> {}),
                    new OtelPropagator(
                            ContextPropagators.create(W3CTraceContextPropagator.getInstance()),
                            otel));

    @Test
    void continuesAStoredTrace() {
        traces.run(
                PARENT,
                "outbox.send",
                () -> {
                    assertThat(traces.traceId()).contains(TRACE);
                    assertThat(traces.traceparent().orElseThrow())
                            .startsWith("00-" + TRACE + "-")
                            .endsWith("-01")
                            .isNotEqualTo(PARENT);
                });
    }

    @Test
    void givesBackWhatTheWorkGives() {
        assertThat(traces.call(PARENT, "work", traces::traceId)).contains(TRACE);
    }

    @Test
    void startsATraceWhereNoneWasStored() {
        var first = traces.call(null, "work", traces::traceId);
        var second = traces.call("garbage", "work", traces::traceId);

        assertThat(first).isPresent().isNotEqualTo(second);
        assertThat(second).isPresent();
    }

    @Test
    void leavesTheTraceWhenTheWorkFails() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        traces.run(
                                PARENT,
                                "work",
                                () -> {
                                    throw new IllegalStateException("planted");
                                }));

        assertThat(traces.traceId()).isEqualTo(Optional.empty());
        assertThat(traces.traceparent()).isEmpty();
    }
}
