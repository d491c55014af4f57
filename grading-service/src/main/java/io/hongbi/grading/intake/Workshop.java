package io.hongbi.grading.intake;

import java.util.function.Supplier;

/**
 * What the worker threads share.
 *
 * @param topic where the records come from
 * @param handlers makes one for each thread
 */
record Workshop(
        IntakeProperties properties,
        String topic,
        Clients clients,
        Supplier<DeliveryHandler> handlers,
        Attempts attempts,
        IntakeMetrics metrics,
        StopSignal stop) {

    /** The workers of the kind of group that the properties ask for, not started yet. */
    Workers workers() {
        return switch (properties.consumer()) {
            case SHARE -> new ShareWorkers(this);
            case CLASSIC -> new ClassicWorkers(this);
        };
    }
}
