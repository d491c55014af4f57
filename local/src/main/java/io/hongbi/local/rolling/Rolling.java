package io.hongbi.local.rolling;

import io.hongbi.local.chaos.Audit;
import io.hongbi.local.client.Api;
import io.hongbi.local.client.DemoSchool;
import io.hongbi.local.client.Samples;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import io.hongbi.local.suite.RunState.Stage;
import io.hongbi.local.suite.SecondInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Replaces each service: a second instance starts, the first stops and comes back, the second
 * stops. At any time at least one of them serves.
 */
public final class Rolling {

    private static final List<Part> PARTS =
            List.of(Part.SUBMISSION, Part.GRADING, Part.NOTIFICATION, Part.GATEWAY);
    private static final int PHOTOS = 4;
    private static final int MEGAPIXELS = 2;
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Place place;
    private final Consumer<String> news;

    /**
     * @param news told in one line what happens
     */
    public Rolling(Place place, Consumer<String> news) {
        this.place = place;
        this.news = news;
    }

    /** Does it once and returns whether nobody noticed. */
    public boolean run() {
        Audit audit = new Audit(place, Instant.now());
        DemoSchool school = DemoSchool.in(place.demoEnv());
        People people =
                new People(new Samples(place).good(PHOTOS, MEGAPIXELS), List.of(new Api(school)));
        people.start();
        try (people) {
            Waiting.pause(BETWEEN);
            for (Part part : PARTS) {
                replace(part, people, school);
            }
        }
        return told(people, audit);
    }

    private void replace(Part part, People people, DemoSchool school) {
        PartState first = state().part(part);
        try (SecondInstance second = SecondInstance.of(part, place, state())) {
            if (part == Part.GATEWAY) {
                people.use(
                        List.of(
                                new Api(school),
                                new Api(school.at("http://127.0.0.1:" + second.port()))));
            }
            Waiting.pause(BETWEEN);
            long began = System.nanoTime();
            first.child().stop("TERM", PATIENCE);
            boolean back = Waiting.until(() -> isReplaced(first), PATIENCE);
            Waiting.pause(BETWEEN);
            news.accept(
                    "%-13s %s %.1f s"
                            .formatted(
                                    part.id(),
                                    back ? "已替换 / replaced in" : "没有恢复 / not back after",
                                    (System.nanoTime() - began) / 1e9));
        }
    }

    private boolean isReplaced(PartState first) {
        PartState now = state().part(first.part());
        return now.stage() == Stage.READY && !now.child().equals(first.child());
    }

    private boolean told(People people, Audit audit) {
        int accepted = people.accepted();
        Waiting.until(() -> audit.notified() >= accepted, Duration.ofSeconds(30));
        news.accept(
                "requests %d, failed %d %s"
                        .formatted(people.requests(), people.failures().size(), people.failures()));
        news.accept(
                "pages accepted %d, stored %d, answered %d, notified %d, read twice %d, notified twice %d"
                        .formatted(
                                accepted,
                                audit.stored(),
                                people.answered(),
                                audit.notified(),
                                audit.readTwice(),
                                audit.notifiedTwice()));
        return accepted > 0
                && people.failures().isEmpty()
                && audit.stored() == accepted
                && people.answered() == accepted
                && audit.notified() == accepted
                && audit.readTwice() + audit.notifiedTwice() == 0;
    }

    private RunState state() {
        return RunState.in(place)
                .orElseThrow(() -> new IllegalStateException("The suite is not up"));
    }
}
