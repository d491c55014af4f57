package io.hongbi.grading.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which offsets of a classic group's partitions are being worked on, and how far each may be
 * committed: up to the first that is not done. For one thread.
 */
final class OffsetLedger {

    private final Map<TopicPartition, Track> tracks = new HashMap<>();

    private static final class Track {
        private final TreeSet<Long> open = new TreeSet<>();
        private long next;
        private long committed;

        long position() {
            return open.isEmpty() ? next : open.first();
        }
    }

    /** A record was handed to a worker; offsets of a partition come in order. */
    void take(TopicPartition partition, long offset) {
        var track = tracks.computeIfAbsent(partition, _ -> started(offset));
        track.open.add(offset);
        track.next = offset + 1;
    }

    /** The record needs no more work; passed over where the partition was forgotten. */
    void done(TopicPartition partition, long offset) {
        var track = tracks.get(partition);
        if (track != null) {
            track.open.remove(offset);
        }
    }

    /** The offsets that have moved since they were asked for last. */
    Map<TopicPartition, OffsetAndMetadata> moved() {
        Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
        tracks.forEach((partition, track) -> {
            if (track.position() > track.committed) {
                track.committed = track.position();
                moved.put(partition, new OffsetAndMetadata(track.position()));
            }
        });
        return moved;
    }

    /** The offsets of these partitions, moved or not. */
    Map<TopicPartition, OffsetAndMetadata> positions(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (var partition : partitions) {
            var track = tracks.get(partition);
            if (track != null) {
                positions.put(partition, new OffsetAndMetadata(track.position()));
            }
        }
        return positions;
    }

    /** Another process has the partitions now. */
    void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(tracks::remove);
    }

    private static Track started(long offset) {
        var track = new Track();
        track.committed = offset;
        return track;
    }
}
