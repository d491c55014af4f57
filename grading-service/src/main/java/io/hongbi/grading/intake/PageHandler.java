package io.hongbi.grading.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.grading.reading.PageReader;
import io.hongbi.grading.reading.PageReaders;
import io.hongbi.grading.reading.ReadPage;
import io.hongbi.grading.reading.ReadingTask;
import io.hongbi.platform.event.EventJson;
import io.hongbi.platform.trace.Traces;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the page that an event announces: photo from the store, reading by the reader, images to
 * the store, reading to Kafka. Doing it twice harms nobody: the images are the same, bit for bit,
 * and readings are told apart by page and reader version.
 */
final class PageHandler implements DeliveryHandler {

    private static final Logger log = LoggerFactory.getLogger(PageHandler.class);

    private final Surroundings around;
    private final Layouts layouts;
    private @Nullable PageReader reader;

    PageHandler(Surroundings around) {
        this.around = around;
        this.layouts = new Layouts(around.store());
    }

    /** What the handlers of all threads share. */
    record Surroundings(
            String worker,
            EventJson json,
            ObjectStore store,
            PageReaders readers,
            Publisher publisher,
            Traces traces,
            IntakeMetrics metrics) {}

    @Override
    public void handle(Delivery delivery) throws InterruptedException {
        var startedAt = Instant.now();
        var page = event(delivery);
        var images = new PageImages(around.store(), page.schoolId(), page.pageId());
        var photo = fetch(images, page.photo());
        var read = read(photo, task(page));
        var stored = store(images, read);
        var trace =
                new PageRead.Trace(around.worker(), delivery.number(), startedAt, read.cpuMillis());
        publish(event(page, read, stored, trace));
        log.info(
                "Read page {} of submission {}: {}, delivery {}, {} ms of CPU",
                page.pageId(),
                page.submissionId(),
                read.reading().quality().verdict(),
                delivery.number(),
                Math.round(read.cpuMillis()));
    }

    private PageReceived event(Delivery delivery) {
        byte[] value = delivery.record().value();
        return around.json().read(value == null ? new byte[0] : value, PageReceived.class);
    }

    private byte[] fetch(PageImages images, ObjectKey photo) {
        try (var _ = around.metrics().stage("fetch")) {
            return images.photo(photo);
        }
    }

    private ReadingTask task(PageReceived page) {
        var layout = page.layout();
        return new ReadingTask(page.kind(), layout == null ? null : layouts.get(layout));
    }

    private ReadPage read(byte[] photo, ReadingTask task) {
        if (reader == null) {
            reader = around.readers().open();
        }
        try (var _ = around.metrics().stage("read")) {
            var read = reader.read(photo, task);
            read.stages().forEach(around.metrics()::cpu);
            return read;
        } catch (RuntimeException | Error broken) {
            close(); // the next page gets a new reader
            throw broken;
        }
    }

    private PageImages.Stored store(PageImages images, ReadPage read) {
        try (var _ = around.metrics().stage("store")) {
            return images.store(read);
        }
    }

    private static PageRead event(
            PageReceived page, ReadPage read, PageImages.Stored stored, PageRead.Trace trace) {
        return new PageRead(
                Uuids.next(),
                Instant.now(),
                page.schoolId(),
                page.submissionId(),
                page.pageId(),
                read.reading(),
                stored.preview(),
                stored.crops(),
                trace);
    }

    private void publish(PageRead event) throws InterruptedException {
        var record =
                new ProducerRecord<>(
                        PageRead.TOPIC,
                        event.submissionId().toString(),
                        around.json().write(event));
        around.traces()
                .traceparent()
                .ifPresent(
                        parent -> record.headers().add(Traces.TRACEPARENT, parent.getBytes(UTF_8)));
        try (var _ = around.metrics().stage("publish")) {
            around.publisher().publish(record);
        }
    }

    @Override
    public void close() {
        var closing = reader;
        reader = null;
        if (closing != null) {
            closing.close();
        }
    }
}
