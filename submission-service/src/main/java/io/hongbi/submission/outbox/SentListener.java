package io.hongbi.submission.outbox;

import java.util.List;

/** Hears of messages that the broker has, in the transaction that takes them out of the outbox. */
public interface SentListener {

    /** Runs with all schools' rows in sight; what it throws lets the messages be sent again. */
    void sent(List<SentMessage> messages);
}
