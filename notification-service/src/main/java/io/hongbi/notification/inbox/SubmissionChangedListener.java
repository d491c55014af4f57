package io.hongbi.notification.inbox;

import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.platform.event.EventJson;
import io.hongbi.platform.trace.Traces;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells the student of each change; {@link Inbox#tell} makes redeliveries harmless. */
@Component
class SubmissionChangedListener {

    private final EventJson json;
    private final Inbox inbox;
    private final Traces traces;

    SubmissionChangedListener(EventJson json, Inbox inbox, Traces traces) {
        this.json = json;
        this.inbox = inbox;
        this.traces = traces;
    }

    @KafkaListener(topics = SubmissionChanged.TOPIC, groupId = "notification-service")
    void on(byte[] message) {
        var event = json.read(message, SubmissionChanged.class);
        inbox.tell(event, traces.traceId().orElse(null));
    }
}
