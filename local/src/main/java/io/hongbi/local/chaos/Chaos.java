package io.hongbi.local.chaos;

import io.hongbi.local.client.Api;
import io.hongbi.local.client.DemoSchool;
import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import io.hongbi.local.client.Submission;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.RunState.PartState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** One round of killing: every part once, while pages keep coming in. */
public final class Chaos {

    private static final List<Part> VICTIMS =
            List.of(
                    Part.GRADING,
                    Part.SUBMISSION,
                    Part.NOTIFICATION,
                    Part.KAFKA,
                    Part.POSTGRES,
                    Part.GATEWAY);
    private static final int CLIENTS = 3;
    private static final int PHOTOS = 4;
    private static final int MEGAPIXELS = 2;
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(4);

    private final Place place;
    private final Consumer<String> news;
    private final Api api;
    private final Client client;
    private final Killer killer;

    /**
     * @param news told in one line what happens
     */
    public Chaos(Place place, Consumer<String> news) {
        this.place = place;
        this.news = news;
        api = new Api(DemoSchool.in(place.demoEnv()));
        client = new Client(api);
        killer = new Killer(place);
    }

    /** Hands in so many pages in all and returns what became of them. */
    public Tally run(int pages) {
        List<Photo> photos = new Samples(place).good(PHOTOS, MEGAPIXELS);
        Audit audit = new Audit(place, Instant.now());
        int rounds = VICTIMS.size() + 1;
        int notReplaced = 0;
        handIn(share(pages, 0, rounds), photos);
        for (int round = 1; round < rounds; round++) {
            Part victim = VICTIMS.get(round - 1);
            notReplaced += killDuring(victim, share(pages, round, rounds), photos) ? 0 : 1;
        }
        return tally(audit, awaitAnswers(), notReplaced);
    }

    private boolean killDuring(Part part, int pages, List<Photo> photos) {
        CountDownLatch handedIn = new CountDownLatch(1);
        Thread feeder =
                Thread.ofPlatform()
                        .start(() -> {
                            handIn(pages, photos);
                            handedIn.countDown();
                        });
        Waiting.pause(Duration.ofMillis(400));
        PartState victim = killer.kill(part);
        long began = System.nanoTime();
        boolean replaced = killer.awaitReplacement(victim);
        news.accept(
                "kill -9 %-13s %s %.1f s"
                        .formatted(
                                part.id(),
                                replaced ? "恢复用时 / back after" : "没有恢复 / not back after",
                                (System.nanoTime() - began) / 1e9));
        Waiting.until(() -> !feeder.isAlive(), Duration.ofMinutes(4));
        return replaced && handedIn.getCount() == 0;
    }

    private void handIn(int pages, List<Photo> photos) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < pages; i++) {
                Photo photo = photos.get(i % photos.size());
                clients.execute(() -> client.handIn(photo));
            }
        }
    }

    /** Asks as people do, until each submission has its answer or the time is over. */
    private Map<String, Submission> awaitAnswers() {
        Map<String, Submission> answers = new HashMap<>();
        Set<String> open = new HashSet<>(client.accepted());
        news.accept("等待 %d 份批阅结果 / waiting for %d answers".formatted(open.size(), open.size()));
        Instant deadline = Instant.now().plus(ANSWERED_WITHIN);
        while (!open.isEmpty() && Instant.now().isBefore(deadline)) {
            for (String id : List.copyOf(open)) {
                look(id, answers);
            }
            open.removeAll(answers.keySet());
            Waiting.pause(Duration.ofMillis(500));
        }
        open.stream().sorted().limit(5).forEach(id -> news.accept("没有结果 / no answer: " + id));
        return answers;
    }

    private void look(String id, Map<String, Submission> answers) {
        try {
            Submission submission = api.submission(id);
            if (submission.isAnswered()) {
                answers.put(id, submission);
            }
        } catch (IOException later) {
            Waiting.pause(Duration.ofMillis(100));
        }
        Waiting.pause(Duration.ofMillis(20)); // within the budget of one reader
    }

    private Tally tally(Audit audit, Map<String, Submission> answers, int notReplaced) {
        List<Submission.Page> pages =
                answers.values().stream().flatMap(s -> s.pages().stream()).toList();
        int accepted = client.accepted().size();
        Waiting.until(() -> audit.notified() >= accepted, Duration.ofSeconds(30));
        return new Tally(
                accepted,
                audit.stored(),
                (int) pages.stream().filter(page -> page.reading() != null).count(),
                (int) pages.stream().filter(page -> page.state().equals("failed")).count(),
                audit.readTwice(),
                audit.notified(),
                audit.notifiedTwice(),
                client.retries(),
                client.refused(),
                notReplaced);
    }

    private static int share(int pages, int round, int rounds) {
        return pages * (round + 1) / rounds - pages * round / rounds;
    }
}
