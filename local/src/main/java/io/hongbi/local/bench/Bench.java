package io.hongbi.local.bench;

import io.hongbi.local.client.Answer;
import io.hongbi.local.client.Api;
import io.hongbi.local.client.DemoSchool;
import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import io.hongbi.local.process.Child;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hands 12-megapixel photos in and measures the suite that runs. The clients wait for each answer
 * by its live events, as the page does; their own process is not counted.
 */
public final class Bench {

    /** What a JVM spends on compiling its first pages belongs to its start, not to each page. */
    private static final int WARM_UP = 400;

    private static final int PHOTOS = 12;
    private static final int ALONE = 60;
    private static final int CLIENTS = 4;

    private final Place place;
    private final Api api;
    private final List<Photo> photos;

    public Bench(Place place) {
        this.place = place;
        api = new Api(DemoSchool.in(place.demoEnv()));
        photos = new Samples(place).good(PHOTOS, 12).stream().filter(Bench::isWrittenOn).toList();
    }

    /**
     * Warms up, measures pages one by one, then many, of which some are under way at any time.
     *
     * @param pages how many of these
     * @param out takes a line each
     * @throws IOException if a page was not accepted or not answered
     */
    public void run(int pages, Consumer<String> out) throws IOException {
        long bytes = photos.stream().mapToLong(photo -> photo.bytes().length).sum();
        out.accept("photos: 12 megapixels, %.2f MB".formatted(bytes / 1e6 / photos.size()));
        together(WARM_UP);
        Waiting.pause(Duration.ofSeconds(2));
        Latencies alone = alone();
        out.accept(
                "upload to reading, one at a time (%d): p50 %d ms, p95 %d ms"
                        .formatted(
                                ALONE, alone.percentileMillis(0.5), alone.percentileMillis(0.95)));
        measure(pages, out);
        out.accept(
                "memory (PSS), all processes: %d MiB"
                        .formatted(Memory.mebibytes(everything()).orElse(0)));
    }

    private void measure(int pages, Consumer<String> out) {
        CpuByPart before = CpuByPart.now(state());
        long began = System.nanoTime();
        together(pages);
        double seconds = (System.nanoTime() - began) / 1e9;
        Waiting.pause(Duration.ofSeconds(2));
        CpuByPart spent = CpuByPart.now(state()).minus(before);
        out.accept(
                "many at once (%d): %.1f pages/s, %.1f ms CPU per page, all processes"
                        .formatted(pages, pages / seconds, spent.millis() / (double) pages));
        out.accept("of these " + spent.perPage(pages));
    }

    /** Half and blank pages are smaller files than the limits speak of. */
    private static boolean isWrittenOn(Photo photo) {
        return photo.name().startsWith("good") || photo.name().startsWith("turned");
    }

    private Latencies alone() throws IOException {
        List<Duration> all = new ArrayList<>();
        for (int i = 0; i < ALONE; i++) {
            long began = System.nanoTime();
            answer(i);
            all.add(Duration.ofNanos(System.nanoTime() - began));
            Waiting.pause(Duration.ofMillis(150));
        }
        return new Latencies(all);
    }

    private void together(int pages) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<CompletableFuture<Void>> all =
                    IntStream.range(0, pages)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> checked(i), clients))
                            .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private void checked(int number) {
        try {
            answer(number);
        } catch (IOException failed) {
            throw new IllegalStateException("A page was lost", failed);
        }
    }

    private void answer(int number) throws IOException {
        Photo photo = photos.get(number % photos.size());
        Answer answer = api.handIn(List.of(photo), UUID.randomUUID().toString());
        if (!answer.isAccepted()) {
            throw new IOException("A page was answered " + answer.status() + answer.body());
        }
        api.awaitAnswer(answer.id());
    }

    private RunState state() {
        return RunState.in(place).orElseThrow();
    }

    /** The parts and, where it is a process of its own, what keeps them alive. */
    private List<Child> everything() {
        return Stream.concat(
                        state().parts().stream().map(PartState::child),
                        Stream.of(state().supervisor()))
                .toList();
    }
}
