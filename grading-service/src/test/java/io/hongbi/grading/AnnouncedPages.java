package io.hongbi.grading;

import static org.awaitility.Awaitility.await;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.platform.event.EventJson;
import io.hongbi.testsupport.KafkaServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** What submission-service does around a worker: announces pages and takes their readings. */
final class AnnouncedPages {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final EventJson json = new EventJson(JsonMapper.builder().build());
    private final Map<String, Object> servers;

    AnnouncedPages(KafkaServer kafka) {
        servers = Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    /** Unless another test has. */
    void makeTopics() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(servers)) {
            for (var topic :
                    List.of(PageReceived.TOPIC, PageReceived.DEAD_LETTER_TOPIC, PageRead.TOPIC)) {
                make(admin, topic);
            }
        }
    }

    private static void make(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** A page whose photo, too dark to be read, lies in the store. */
    PageReceived photographed(ObjectStore store) throws IOException {
        var page = PageId.next();
        var photo = new ObjectKey("schools/s/photos/" + page + ".jpg");
        var file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB), "jpeg", file);
        store.put(photo, file.toByteArray(), "image/jpeg");
        return new PageReceived(
                Uuids.next(),
                Instant.now(),
                SchoolId.next(),
                SubmissionId.next(),
                page,
                1,
                photo,
                AssignmentKind.NOTES);
    }

    void announce(PageReceived page, Header... headers)
            throws ExecutionException, InterruptedException {
        var record =
                new ProducerRecord<>(
                        PageReceived.TOPIC,
                        null,
                        page.pageId().toString(),
                        json.write(page),
                        List.of(headers));
        try (var producer =
                new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }

    ConsumerRecord<String, byte[]> awaitReading(PageReceived page) {
        var partition = new TopicPartition(PageRead.TOPIC, 0);
        List<ConsumerRecord<String, byte[]>> readings = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        servers, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(SOON)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(500)).forEach(readings::add);
                        readings.removeIf(r -> !read(r).pageId().equals(page.pageId()));
                        return !readings.isEmpty();
                    });
        }
        return readings.getFirst();
    }

    PageRead read(ConsumerRecord<String, byte[]> reading) {
        return json.read(reading.value(), PageRead.class);
    }
}
