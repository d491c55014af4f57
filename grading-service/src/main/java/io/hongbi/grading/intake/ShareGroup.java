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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The share group and its settings at the brokers. They are made before the first consumer joins: a
 * group that starts with the broker's defaults never sees the records from before.
 */
final class ShareGroup {

    /** How often the brokers deliver a record, at most; then it is archived unseen. */
    static final String LIMIT = "group.share.delivery.count.limit";

    private static final Logger log = LoggerFactory.getLogger(ShareGroup.class);

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
                prepared = true; // the other threads need not wait for what is only said
                compareDeliveries(admin);
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

    /** Where the brokers give a record up first, nobody ever learns that it failed. */
    private void compareDeliveries(Admin admin) {
        try {
            int limit = limitOf(admin);
            if (properties.deliveries() > limit) {
                log.error(
                        "hongbi.grading.deliveries is {}, but the brokers deliver a record {} times at"
                                + " most ({}): a page that fails each time gets no dead letter and is"
                                + " announced again for ever. Lower the one or raise the other.",
                        properties.deliveries(),
                        limit,
                        LIMIT);
            }
        } catch (ExecutionException | NumberFormatException e) { // a right of its own
            log.warn(
                    "hongbi.grading.deliveries could not be compared with {}: {}",
                    LIMIT,
                    e.toString());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static int limitOf(Admin admin) throws ExecutionException, InterruptedException {
        var broker = admin.describeCluster().nodes().get().iterator().next();
        var resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
        var settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        var limit = settings == null ? null : settings.get(LIMIT);
        return Integer.parseInt(limit == null ? "" : limit.value());
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
