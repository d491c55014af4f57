package io.hongbi.grading.intake;

import io.hongbi.common.storage.ObjectNotFound;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.grading.reading.UnreadableLayout;
import io.hongbi.platform.event.UnreadableEvent;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Why a try failed.
 *
 * @param code a stable name, the {@code hongbi-cause} of a dead letter
 */
record Failure(String code, Weight weight) {

    /** What a failure says about the next try. */
    enum Weight {
        /** It cannot ever succeed. */
        PERMANENT,
        /** It may succeed; tried as often as records are delivered. */
        PASSING,
        /** No record could succeed now; waited out without counting. */
        OUTAGE
    }

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case UnreadableEvent _ -> new Failure("unreadable-event", Weight.PERMANENT);
            case UnreadableLayout _ -> new Failure("unreadable-layout", Weight.PERMANENT);
            case RecordTooLargeException _ -> new Failure("reading-too-large", Weight.PERMANENT);
            case LayoutMissing _ -> new Failure("layout-missing", Weight.PASSING);
            case ObjectNotFound _ -> new Failure("photo-missing", Weight.PASSING);
            case ObjectStoreUnavailable _ -> new Failure("store-unavailable", Weight.OUTAGE);
            case KafkaException _ -> new Failure("broker-unavailable", Weight.OUTAGE);
            default -> new Failure("reader-failed", Weight.PASSING);
        };
    }
}
