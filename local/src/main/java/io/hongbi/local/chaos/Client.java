package io.hongbi.local.chaos;

import io.hongbi.local.client.Answer;
import io.hongbi.local.client.Api;
import io.hongbi.local.client.Photo;
import io.hongbi.local.process.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands in as a good client does: repeats what failed, under the same Idempotency-Key. */
final class Client {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Api api;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger retries = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Client(Api api) {
        this.api = api;
    }

    /** Hands one page in and returns when it was accepted or refused for good. */
    void handIn(Photo photo) {
        String key = UUID.randomUUID().toString();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Answer> answer = attempt(photo, key);
            if (answer.filter(Answer::isAccepted).isPresent()) {
                accepted.add(answer.get().id());
                return;
            }
            if (answer.filter(a -> !a.isWorthRetrying()).isPresent()) {
                break;
            }
            retries.incrementAndGet();
            Waiting.pause(answer.flatMap(Answer::retryAfter).orElse(PAUSE));
        }
        refused.incrementAndGet();
    }

    /** Ids of the submissions that were accepted. */
    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    int retries() {
        return retries.get();
    }

    int refused() {
        return refused.get();
    }

    private Optional<Answer> attempt(Photo photo, String key) {
        try {
            return Optional.of(api.handIn(List.of(photo), key));
        } catch (IOException noAnswer) {
            return Optional.empty();
        }
    }
}
