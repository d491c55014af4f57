package io.hongbi.local.rolling;

import io.hongbi.local.client.Answer;
import io.hongbi.local.client.Api;
import io.hongbi.local.client.Photo;
import io.hongbi.local.process.Waiting;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hand pages in and look until these are answered, one after the other, without repeating anything.
 * Where a gateway takes no connection they take the other, as a load balancer would for them.
 */
final class People implements AutoCloseable {

    private static final int CLIENTS = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Photo> photos;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private volatile List<Api> gateways;
    private volatile boolean going = true;

    People(List<Photo> photos, List<Api> gateways) {
        this.photos = photos;
        this.gateways = List.copyOf(gateways);
    }

    void start() {
        for (int i = 0; i < CLIENTS; i++) {
            threads.execute(this::work);
        }
    }

    void use(List<Api> others) {
        gateways = List.copyOf(others);
    }

    private void work() {
        while (going) {
            Photo photo = photos.get(Math.floorMod(accepted.get(), photos.size()));
            try {
                String key = UUID.randomUUID().toString();
                Answer answer = ask(api -> api.handIn(List.of(photo), key));
                if (answer.isAccepted()) {
                    accepted.incrementAndGet();
                    awaitAnswer(answer.id());
                } else {
                    failures.add("upload: " + answer.status());
                }
            } catch (IOException noAnswer) {
                failures.add("no answer: " + noAnswer.getClass().getSimpleName());
            }
        }
    }

    private void awaitAnswer(String id) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (ask(api -> api.submission(id)).isAnswered()) {
                answered.incrementAndGet();
                return;
            }
            Waiting.pause(BETWEEN_LOOKS);
        }
        failures.add("not answered");
    }

    private <T> T ask(Request<T> request) throws IOException {
        requests.incrementAndGet();
        IOException refused = new ConnectException("There is no gateway");
        for (Api gateway : gateways) {
            try {
                return request.to(gateway);
            } catch (ConnectException nobodyThere) {
                refused = nobodyThere;
            }
        }
        throw refused;
    }

    /** Lets everybody finish what was begun. */
    @Override
    public void close() {
        going = false;
        threads.close();
    }

    int requests() {
        return requests.get();
    }

    int accepted() {
        return accepted.get();
    }

    int answered() {
        return answered.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    private interface Request<T> {
        T to(Api gateway) throws IOException;
    }
}
