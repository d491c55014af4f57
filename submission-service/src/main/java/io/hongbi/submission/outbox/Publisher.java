package io.hongbi.submission.outbox;

import io.hongbi.submission.outbox.PendingMessages.Pending;
import java.util.List;

/** Sends messages and waits until the broker has them or says no. */
interface Publisher {

    /** What became of a batch; what is in none of the lists may or may not have been sent. */
    record Delivery(List<Pending> acknowledged, List<Pending> refused, boolean complete) {}

    /**
     * Sends in the order given.
     *
     * @return acknowledged: the broker has them; refused: they can never be sent as they are;
     *     complete: whether these are all
     */
    Delivery publish(List<Pending> messages);
}
