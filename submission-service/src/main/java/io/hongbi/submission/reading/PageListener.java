package io.hongbi.submission.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.platform.event.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears what became of pages; {@link Readings} makes redeliveries harmless. */
@Component
class PageListener {

    /** Of dead letters: why the workers gave the page up. */
    static final String CAUSE = "hongbi-cause";

    private final EventJson json;
    private final Readings readings;

    PageListener(EventJson json, Readings readings) {
        this.json = json;
        this.readings = readings;
    }

    @KafkaListener(id = "page-read", topics = PageRead.TOPIC, groupId = "submission-service")
    void read(ConsumerRecord<String, byte[]> message) {
        var event = json.read(message.value(), PageRead.class);
        readings.add(event);
    }

    @KafkaListener(
            id = "page-failed",
            topics = PageReceived.DEAD_LETTER_TOPIC,
            groupId = "submission-service-failures")
    void failed(ConsumerRecord<String, byte[]> message) {
        var event = json.read(message.value(), PageReceived.class);
        var cause = header(message, CAUSE);
        readings.fail(event, cause == null ? "unknown" : cause);
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
