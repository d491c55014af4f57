package io.hongbi.grading.intake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
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

    private final IntakeProperties properties;
    private final Clients clients;
    private final ReentrantLock preparing = new ReentrantLock();
    private volatile boolean prepared;

    ShareGroup(IntakeProperties properties, Clients clients) {
        this.properties = properties;
        this.clients = clients;
    }

    /**
     * Makes the settings unless this process has; repeating them changes nothing.
     *
     * @return whether they are made; if not, another thread is about it
     * @throws KafkaException if the brokers cannot be reached or refuse; a later attempt may
     *     succeed
     */
    boolean prepare() {
        if (!prepared && preparing.tryLock()) {
            try (var admin = clients.admin()) {
                alter(admin);
                prepared = true;
            } finally {
                preparing.unlock();
            }
        }
        return prepared;
    }

    private void alter(Admin admin) {
        var group = new ConfigResource(ConfigResource.Type.GROUP, properties.group());
        String lock = Long.toString(properties.lock().toMillis());
        var settings =
                List.of(
                        set("share.auto.offset.reset", "earliest"),
                        set("share.record.lock.duration.ms", lock));
        try {
            admin.incrementalAlterConfigs(Map.of(group, settings)).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("The share group's settings were not made.", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
