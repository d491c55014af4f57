package io.hongbi.grading.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectNotFound;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStores;
import io.hongbi.grading.reading.ReadingTask;
import io.hongbi.grading.reading.UnreadableLayout;
import io.hongbi.grading.simulation.SampleSheet;
import io.hongbi.platform.event.EventJson;
import io.hongbi.platform.event.UnreadableEvent;
import io.hongbi.platform.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PageHandlerTest {

    private static final SchoolId SCHOOL = SchoolId.next();
    private static final PageId PAGE = PageId.next();
    private static final ObjectKey PHOTO = new ObjectKey("schools/s/photos/p.jpg");
    private static final ObjectKey PREVIEW =
            new ObjectKey("schools/" + SCHOOL + "/previews/" + PAGE + "/2026.11-fake.jpg");

    @TempDir Path folder;

    private final EventJson json = new EventJson(JsonMapper.builder().build());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FakePageReaders readers = new FakePageReaders("2026.11+fake");
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private ObjectStore store;
    private PageHandler handler;

    @BeforeEach
    void openStore() {
        store =
                ObjectStores.of(
                        Map.of(
                                "hongbi.object-store.root",
                                folder.toString(),
                                "hongbi.object-store.signing-key",
                                "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldC0="));
        handler =
                new PageHandler(
                        new PageHandler.Surroundings(
                                "worker:1",
                                json,
                                store,
                                readers,
                                new Publisher(producer),
                                new Traces(Tracer.NOOP, Propagator.NOOP),
                                new IntakeMetrics(meters, 1)));
    }

    @Test
    void readsThePhotoStoresThePreviewAndPublishesTheReading() throws Exception {
        store.put(PHOTO, "photo".getBytes(UTF_8), "image/jpeg");
        var received = received();

        handler.handle(delivery(json.write(received)));

        var published = producer.history().getFirst();
        assertThat(published.topic()).isEqualTo(PageRead.TOPIC);
        assertThat(published.key()).isEqualTo(received.submissionId().toString());
        var read = json.read(published.value(), PageRead.class);
        assertThat(read.pageId()).isEqualTo(PAGE);
        assertThat(read.schoolId()).isEqualTo(SCHOOL);
        assertThat(read.reading().readerVersion()).isEqualTo("2026.11+fake");
        assertThat(read.preview()).isEqualTo(PREVIEW);
        assertThat(read.crops())
                .containsExactly(
                        Map.entry(
                                "q1",
                                new ObjectKey(
                                        "schools/"
                                                + SCHOOL
                                                + "/crops/"
                                                + PAGE
                                                + "/2026.11-fake/q1.jpg")));
        assertThat(read.trace().worker()).isEqualTo("worker:1");
        assertThat(read.trace().delivery()).isEqualTo(2);
        assertThat(text(PREVIEW)).isEqualTo("preview of photo");
    }

    @Test
    void doesTheSameAgainWhenARecordIsRedelivered() throws Exception {
        store.put(PHOTO, "photo".getBytes(UTF_8), "image/jpeg");
        byte[] event = json.write(received());

        handler.handle(delivery(event));
        handler.handle(delivery(event));

        assertThat(producer.history()).hasSize(2);
        assertThat(text(PREVIEW)).isEqualTo("preview of photo");
    }

    @Test
    void publishesWhenAPhotoCannotBeDecoded() throws Exception {
        store.put(PHOTO, FakePageReaders.UNREADABLE.getBytes(UTF_8), "image/jpeg");

        handler.handle(delivery(json.write(received())));

        var read = json.read(producer.history().getFirst().value(), PageRead.class);
        assertThat(read.preview()).isNull();
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> handler.handle(delivery("{}".getBytes(UTF_8))));
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> handler.handle(delivery(null)));
    }

    @Test
    void saysWhenThePhotoIsMissing() {
        assertThatExceptionOfType(ObjectNotFound.class)
                .isThrownBy(() -> handler.handle(delivery(json.write(received()))));
    }

    @Test
    void opensAnotherReaderAfterOneBroke() throws Exception {
        store.put(PHOTO, FakePageReaders.BREAKING.getBytes(UTF_8), "image/jpeg");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> handler.handle(delivery(json.write(received()))));
        assertThat(readers.open).isZero();

        readers.mend();
        handler.handle(delivery(json.write(received())));
        handler.close();
        assertThat(readers.opened).isEqualTo(2);
        assertThat(readers.open).isZero();
    }

    @Test
    void timesEachStage() throws Exception {
        store.put(PHOTO, "photo".getBytes(UTF_8), "image/jpeg");

        handler.handle(delivery(json.write(received())));

        for (var stage : new String[] {"fetch", "read", "store", "publish"}) {
            assertThat(meters.get("hongbi.grading.stage").tag("stage", stage).timer().count())
                    .isEqualTo(1);
        }
        assertThat(meters.get("hongbi.grading.cpu").tag("stage", "decode").timer().count())
                .isEqualTo(1);
    }

    @Test
    void readsAWorksheetByItsLayout() throws Exception {
        store.put(PHOTO, "photo".getBytes(UTF_8), "image/jpeg");
        var key = new ObjectKey("schools/s/layouts/w-1.json");
        var layout = SampleSheet.mixed();
        store.put(key, JsonMapper.builder().build().writeValueAsBytes(layout), "application/json");

        handler.handle(delivery(json.write(received(AssignmentKind.WORKSHEET, key))));

        assertThat(readers.asked).isEqualTo(new ReadingTask(AssignmentKind.WORKSHEET, layout));
    }

    @Test
    void refusesALayoutThatIsNone() {
        store.put(PHOTO, "photo".getBytes(UTF_8), "image/jpeg");
        var key = new ObjectKey("schools/s/layouts/w-2.json");
        store.put(key, "{}".getBytes(UTF_8), "application/json");

        assertThatExceptionOfType(UnreadableLayout.class)
                .isThrownBy(() ->
                        handler.handle(
                                delivery(json.write(received(AssignmentKind.WORKSHEET, key)))))
                .satisfies(e ->
                        assertThat(Failure.of(e).weight()).isEqualTo(Failure.Weight.PERMANENT));
    }

    private String text(ObjectKey key) throws IOException {
        try (var in = store.open(key)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static PageReceived received() {
        return received(AssignmentKind.NOTES, null);
    }

    private static PageReceived received(AssignmentKind kind, @Nullable ObjectKey layout) {
        return new PageReceived(
                Uuids.next(),
                Instant.now(),
                SCHOOL,
                SubmissionId.next(),
                PAGE,
                1,
                PHOTO,
                kind,
                layout);
    }

    private static Delivery delivery(byte @Nullable [] value) {
        return Delivery.first(
                new ConsumerRecord<>(PageReceived.TOPIC, 0, 7, PAGE.toString(), value), 2);
    }
}
