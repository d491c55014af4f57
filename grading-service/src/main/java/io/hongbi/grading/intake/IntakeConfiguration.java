package io.hongbi.grading.intake;

import io.hongbi.common.event.PageReceived;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.grading.reading.PageReaders;
import io.hongbi.platform.event.EventJson;
import io.hongbi.platform.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the workers together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IntakeProperties.class, KafkaProperties.class})
class IntakeConfiguration {

    @Bean
    IntakeMetrics intakeMetrics(MeterRegistry registry, IntakeProperties properties) {
        return new IntakeMetrics(registry, properties.workers());
    }

    @Bean
    Producer<String, byte[]> producer(KafkaProperties kafka) {
        return new KafkaProducer<>(
                kafka.buildProducerProperties(), new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    MeterBinder producerMetrics(Producer<String, byte[]> producer) {
        return new KafkaClientMetrics(producer);
    }

    @Bean
    Publisher publisher(Producer<String, byte[]> producer) {
        return new Publisher(producer);
    }

    @Bean
    PageHandler.Surroundings pageHandlerSurroundings(
            EventJson json,
            ObjectStore store,
            PageReaders readers,
            Publisher publisher,
            Traces traces,
            IntakeMetrics metrics) {
        return new PageHandler.Surroundings(
                processName(), json, store, readers, publisher, traces, metrics);
    }

    @Bean
    Workers workers(
            IntakeProperties properties,
            KafkaProperties kafka,
            PageHandler.Surroundings pages,
            IntakeMetrics metrics) {
        var clients =
                new Clients(
                        properties, kafka.buildConsumerProperties(), kafka.buildAdminProperties());
        var deadLetters = new DeadLetters(PageReceived.DEAD_LETTER_TOPIC, pages.publisher());
        var attempts = new Attempts(properties, deadLetters, pages.traces(), metrics);
        return new Workshop(
                        properties,
                        PageReceived.TOPIC,
                        clients,
                        () -> new PageHandler(pages),
                        attempts,
                        metrics,
                        new StopSignal())
                .workers();
    }

    @Bean
    WorkersLifecycle workersLifecycle(Workers workers) {
        return new WorkersLifecycle(workers);
    }

    @Bean
    WorkersHealthIndicator workersHealthIndicator(Workers workers) {
        return new WorkersHealthIndicator(workers);
    }

    /** Names this process to operators: host and process id. */
    private static String processName() {
        long pid = ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + pid;
        } catch (UnknownHostException _) {
            return "localhost:" + pid;
        }
    }
}
