package io.hongbi.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a broker is to run.
 *
 * @param folder holds its configuration and its log segments, made when absent
 * @param log where its output goes
 * @param port loopback port for clients
 * @param controllerPort loopback port on which it talks to itself
 * @param endsWithParent whether it ends when the JVM that started it has ended
 */
public record KafkaSettings(
        Path folder, Path log, int port, int controllerPort, boolean endsWithParent) {

    Path configuration() {
        return folder.resolve("server.properties");
    }

    /** What the settings file says, by name. */
    public Map<String, String> asMap() {
        return properties()
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The broker's own settings file. */
    String properties() {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        num.network.threads=2
        num.io.threads=4
        num.replica.fetchers=1
        background.threads=2
        num.recovery.threads.per.data.dir=2
        log.segment.bytes=67108864
        log.retention.hours=168
        log.cleaner.dedupe.buffer.size=16777216
        offsets.topic.num.partitions=3
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=3
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=3
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        group.share.heartbeat.interval.ms=500
        group.share.min.heartbeat.interval.ms=500
        group.share.min.record.lock.duration.ms=1000
        group.share.max.record.lock.duration.ms=3600000
        group.consumer.heartbeat.interval.ms=1000
        group.consumer.min.heartbeat.interval.ms=1000
        group.consumer.min.session.timeout.ms=6000
        group.min.session.timeout.ms=2000
        """
                .formatted(port, controllerPort, folder.resolve("data"));
    }
}
