package io.hongbi.submission.reading;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.tenant.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells watchers of submissions what changed: at once what this process changed, and what others
 * changed by one shared look at the versions of all that is watched here, while anything is.
 */
@Component
class LiveEvents {

    /** What a watcher is told. */
    record Event(SubmissionId id, long version, SubmissionState state) {

        static Event of(Submission submission) {
            return new Event(submission.id(), submission.version(), submission.state());
        }
    }

    private final Map<SubmissionId, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final OpenStreams open;

    LiveEvents(
            Tenant tenant,
            JdbcClient jdbc,
            @Value("${hongbi.reading.live.streams:0}") int streams) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        open = new OpenStreams(streams);
    }

    void add(SubmissionId id, Watcher watcher) {
        open.add(watcher);
        watchers.compute(
                id,
                (_, before) -> {
                    Set<Watcher> set = before == null ? ConcurrentHashMap.newKeySet() : before;
                    set.add(watcher);
                    return set;
                });
        watcher.whenGone(() -> remove(id, watcher));
    }

    void remove(SubmissionId id, Watcher watcher) {
        open.remove(watcher);
        watchers.computeIfPresent(
                id,
                (_, set) -> {
                    set.remove(watcher);
                    return set.isEmpty() ? null : set;
                });
    }

    void publishAfterCommit(List<Submission> changed) {
        if (changed.isEmpty() || watchers.isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        publish(changed.stream().map(Event::of).toList());
                    }
                });
    }

    @Scheduled(fixedDelayString = "${hongbi.reading.live.poll:PT0.5S}")
    void look() {
        var watched = watchers.keySet().stream().map(SubmissionId::value).toArray(UUID[]::new);
        if (watched.length > 0) {
            publish(tenant.inSystem(() -> versions(watched)));
        }
    }

    /** Keeps connections open through proxies, and finds out who has gone. */
    @Scheduled(fixedDelayString = "${hongbi.reading.live.heartbeat:PT15S}")
    void beat() {
        watchers.values().forEach(set -> set.forEach(Watcher::beat));
    }

    /** Streams never end by themselves; a process that stops would wait for them in vain. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        watchers.values().forEach(set -> set.forEach(Watcher::close));
    }

    private void publish(Collection<Event> events) {
        for (Event event : events) {
            watchers.getOrDefault(event.id(), Set.of()).forEach(watcher -> watcher.tell(event));
        }
    }

    private List<Event> versions(UUID[] ids) {
        return jdbc.sql("select id, version, state from submissions where id = any(?)")
                .param(ids)
                .query((row, _) ->
                        new Event(
                                new SubmissionId(row.getObject(1, UUID.class)),
                                row.getLong(2),
                                StateDerivation.parse(SubmissionState.class, row.getString(3))))
                .list();
    }
}
