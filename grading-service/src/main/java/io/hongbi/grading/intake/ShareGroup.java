package io.hongbi.grading.intake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The share group and its settings at the brokers. They are made before the first consumer joins: a
 * group that starts with the broker's defaults never sees the records from before.
 */
final class ShareGroup {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IntakeProperties properties;
    private final Clients clients;
    private boolean prepared;

    ShareGroup(IntakeProperties properties, Clients clients) {
        this.properties = properties;
        this.clients = clients;
    }

    /**
     * Makes the settings unless this process has; repeating them changes nothing.
     *
     * @throws KafkaException if the brokers cannot be reached or refuse; a later attempt may
     *     succeed
     */
    synchronized void prepare() {
        if (prepared) {
            return;
        }
        var group = new ConfigResource(ConfigResource.Type.GROUP, properties.group());
        var settings =
                List.of(
                        set("share.auto.offset.reset", "earliest"),
                        set(
                                "share.record.lock.duration.ms",
                                Long.toString(properties.lock().toMillis())));
        try (var admin = clients.admin()) {
            admin.incrementalAlterConfigs(Map.of(group, settings))
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            prepared = true;
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The share group's settings were not made.", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
