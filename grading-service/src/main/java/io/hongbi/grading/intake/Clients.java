package io.hongbi.grading.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Opens Kafka clients with the settings that the workers rely on. */
class Clients {

    /** Settings of consumers that a share consumer refuses. */
    private static final List<String> CLASSIC_ONLY =
            List.of(
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                    ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                    ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                    ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG);

    private static final int ADMIN_TIMEOUT_MS = 5_000;

    private final IntakeProperties intake;
    private final Map<String, Object> consumers;
    private final Map<String, Object> admins;

    /**
     * @param consumers settings of the process for consumers
     * @param admins settings of the process for admin clients
     */
    Clients(IntakeProperties intake, Map<String, Object> consumers, Map<String, Object> admins) {
        this.intake = intake;
        this.consumers = Map.copyOf(consumers);
        this.admins = Map.copyOf(admins);
    }

    /** An admin client that gives up soon: whoever uses it tries again. */
    Admin admin() {
        var settings = new HashMap<>(admins);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        return Admin.create(settings);
    }

    /** A consumer that takes one record at a time and none in advance. */
    ShareConsumer<String, byte[]> share() {
        var settings = shared();
        CLASSIC_ONLY.forEach(settings::remove);
        settings.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        settings.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        return new KafkaShareConsumer<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer of whole partitions; its death is noticed after ten seconds unless set. */
    Consumer<String, byte[]> classic() {
        var settings = shared();
        settings.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, intake.workers());
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> shared() {
        var settings = new HashMap<>(consumers);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, intake.group());
        settings.put(
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                Math.toIntExact(Math.max(300_000, intake.stuck().toMillis())));
        return settings;
    }
}
