package io.hongbi.grading.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hongbi.grading.intake.IntakeProperties.Mode;
import io.hongbi.platform.trace.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic, its dead letters and a group, all of them new, and workers on them. */
final class Rig implements AutoCloseable {

    final String topic;
    final IntakeProperties properties;
    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Workers> started = new ArrayList<>();

    private Rig(String bootstrap, String topic, IntakeProperties properties) {
        this.bootstrap = bootstrap;
        this.topic = topic;
        this.properties = properties;
        this.producer = producer(bootstrap);
    }

    /** Makes the topics at the broker, for six workers with short times. */
    static Rig at(String bootstrap, Mode mode, int partitions) {
        return at(
                bootstrap,
                hurried(mode, "grading-" + UUID.randomUUID(), Duration.ofSeconds(2)),
                partitions);
    }

    /** Makes the topics at the broker. */
    static Rig at(String bootstrap, IntakeProperties properties, int partitions) {
        String topic = "pages-" + UUID.randomUUID();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(topic, partitions, (short) 1),
                                    new NewTopic(deadLetters(topic), 1, (short) 1)))
                    .all()
                    .get();
            await().atMost(DeliveryContract.SOON) // the broker answers before it knows the topic
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .until(() -> !offsets(admin, topic, partitions).isEmpty());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return new Rig(bootstrap, topic, properties);
    }

    private static Map<TopicPartition, ?> offsets(Admin admin, String topic, int partitions)
            throws InterruptedException, ExecutionException {
        return admin.listOffsets(ends(topic, partitions)).all().get();
    }

    private static Map<TopicPartition, OffsetSpec> ends(String topic, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(i -> new TopicPartition(topic, i))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    }

    /** On topics and in a group that another process has made. */
    static Rig on(String bootstrap, IntakeProperties properties, String topic) {
        return new Rig(bootstrap, topic, properties);
    }

    /** Times as short as a broker allows, so that tests are quick. */
    static IntakeProperties hurried(Mode mode, String group, Duration lock) {
        return new IntakeProperties(
                mode,
                group,
                6,
                3,
                lock,
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1));
    }

    String bootstrap() {
        return bootstrap;
    }

    /** Starts workers that all do the same. */
    Workers start(DeliveryHandler handler) {
        return start(handler, clients());
    }

    Workers start(DeliveryHandler handler, Clients clients) {
        var metrics = new IntakeMetrics(new SimpleMeterRegistry(), properties.workers());
        var publisher = new Publisher(producer);
        var attempts =
                new Attempts(
                        properties,
                        new DeadLetters(deadLetters(topic), publisher),
                        new Traces(Tracer.NOOP, Propagator.NOOP),
                        metrics);
        var workers =
                new Workshop(
                                properties,
                                topic,
                                clients,
                                () -> handler,
                                attempts,
                                metrics,
                                new StopSignal())
                        .workers();
        started.add(workers);
        workers.start();
        return workers;
    }

    /** Client settings as the service has them, with a group that notices a death quickly. */
    Clients clients() {
        return new Clients(properties, consumerSettings(), Map.of("bootstrap.servers", bootstrap));
    }

    Map<String, Object> consumerSettings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        settings.put("session.timeout.ms", 2_500);
        settings.put("heartbeat.interval.ms", 500);
        return settings;
    }

    /** Sends records with these keys, each with its key as value, and waits for the broker. */
    void send(List<String> keys) {
        keys.forEach(key -> send(key, key));
    }

    void send(String key, String value) {
        try {
            producer.send(record(key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends records as fast as the broker takes them. */
    void sendAtOnce(List<String> keys) {
        List<Future<?>> sent = new ArrayList<>();
        keys.forEach(key -> sent.add(producer.send(record(key, key))));
        producer.flush();
        assertThat(sent).allSatisfy(future -> assertThat(future).succeedsWithin(Duration.ZERO));
    }

    private ProducerRecord<String, byte[]> record(String key, String value) {
        var record = new ProducerRecord<>(topic, key, value.getBytes(UTF_8));
        record.headers().add(Traces.TRACEPARENT, ("of-" + key).getBytes(UTF_8));
        return record;
    }

    /** So many different keys. */
    static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "page-" + i).toList();
    }

    /** All dead letters so far. */
    List<ConsumerRecord<String, byte[]>> deadLetters() {
        var partition = new TopicPartition(deadLetters(topic), 0);
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrap),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
            }
            return letters;
        }
    }

    @Override
    public void close() {
        started.forEach(Workers::stop);
        producer.close(Duration.ofSeconds(1));
    }

    private static String deadLetters(String topic) {
        return topic + ".dlt";
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrap) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers", bootstrap,
                        "linger.ms", 0,
                        "request.timeout.ms", 5_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
