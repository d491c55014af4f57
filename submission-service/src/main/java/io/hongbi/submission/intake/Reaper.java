package io.hongbi.submission.intake;

import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.common.storage.StoredObject;
import io.hongbi.submission.intake.IntakeProperties.Reaping;
import io.hongbi.submission.tenant.Tenant;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes objects whose page has no row: what is left where a process died between storing and
 * writing. It goes round the store a bounded stretch at a time; several replicas may do so at once.
 * The store is asked outside of any transaction: it may be slow.
 */
@Component
class Reaper {

    private static final Logger log = LoggerFactory.getLogger(Reaper.class);
    private static final String PREFIX = "schools/";
    private static final Pattern OF_PAGE =
            Pattern.compile(
                    "schools/[^/]+/(?:photos|previews|crops)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\b.*");

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final Reaping settings;
    private @Nullable ObjectKey reached;

    Reaper(Tenant tenant, JdbcClient jdbc, ObjectStore store, IntakeProperties properties) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.store = store;
        this.settings = properties.reaper();
    }

    @Scheduled(
            initialDelayString = "${hongbi.intake.reaper.every:PT10M}",
            fixedDelayString = "${hongbi.intake.reaper.every:PT10M}")
    void reapNext() {
        try {
            int reaped = stretch();
            if (reaped > 0) {
                log.info("Removed {} objects without a row", reaped);
            }
        } catch (ObjectStoreUnavailable e) {
            log.warn("The object store could not be looked through; it is tried again later");
        }
    }

    private int stretch() {
        var objects = store.list(PREFIX, reached, settings.limit());
        reached = objects.size() < settings.limit() ? null : objects.getLast().key();
        var youngest = Instant.now().minus(settings.age());
        var old = objects.stream().filter(o -> o.storedAt().isBefore(youngest)).toList();
        var known = tenant.inSystem(() -> known(old));
        var orphans =
                old.stream()
                        .map(StoredObject::key)
                        .filter(key -> pageOf(key).filter(id -> !known.contains(id)).isPresent())
                        .toList();
        orphans.forEach(store::delete);
        return orphans.size();
    }

    private Set<UUID> known(List<StoredObject> objects) {
        var pages =
                objects.stream()
                        .flatMap(object -> pageOf(object.key()).stream())
                        .distinct()
                        .toArray(UUID[]::new);
        return new HashSet<>(
                jdbc.sql("select id from pages where id = any(?)")
                        .param(pages)
                        .query(UUID.class)
                        .list());
    }

    /** Objects that belong to no page are none of the reaper's business. */
    private static Optional<UUID> pageOf(ObjectKey key) {
        var matcher = OF_PAGE.matcher(key.value());
        return matcher.matches()
                ? Optional.of(UUID.fromString(matcher.group(1)))
                : Optional.empty();
    }
}
