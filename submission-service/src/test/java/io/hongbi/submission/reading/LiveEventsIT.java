package io.hongbi.submission.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.intake.image.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.TaskScheduler;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class LiveEventsIT extends PagesIT {

    @Autowired private LiveEvents live;
    @Autowired private SubmissionAccess access;
    @Autowired private Submissions submissions;
    @Autowired private SubmissionViews views;
    @Autowired private VisibleMarks marks;
    @Autowired private TaskScheduler clock;

    private TestSchool school;
    private JsonNode submission;

    @BeforeEach
    void submission() {
        school = newSchool();
        submission = accepted(handIn(school, school.student(), Samples.jpeg(64, 64)));
        eventually(
                "it is being read",
                () ->
                        view(school, school.student(), submission)
                                .get("state")
                                .asString()
                                .equals("reading"));
    }

    @Test
    void tellsTheCurrentStateFirstAndThenWhatChanges() throws IOException {
        try (var events = follow(null)) {
            assertThat(next(events)).containsExactly("id:2", "event:submission", data(2));

            changeElsewhere("failed", 3);

            assertThat(next(events)).containsExactly("id:3", "event:submission", data(3));
        }
    }

    @Test
    void goesOnBehindTheLastEventThatWasSeen() throws IOException {
        try (var events = follow("2")) {
            changeElsewhere("failed", 3);

            assertThat(next(events)).contains("id:3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "99", "-1", "none"})
    void tellsTheCurrentStateToWhoeverHasSeenAnother(String seen) throws IOException {
        try (var events = follow(seen)) {
            assertThat(next(events)).containsExactly("id:2", "event:submission", data(2));

            changeElsewhere("failed", 3);

            assertThat(next(events)).contains("id:3");
        }
    }

    @Test
    void beatsWhileNothingHappens() throws IOException {
        try (var events = follow("2")) {
            live.beat();

            assertThat(events.readLine()).isEqualTo(":");
        }
    }

    @Test
    void doesNotWaitForOtherWorkOfTheClock() throws Exception {
        var meet = new CyclicBarrier(2);
        var met = new CountDownLatch(2);
        Runnable work =
                () -> {
                    try {
                        meet.await();
                        met.countDown();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        Thread.currentThread().interrupt();
                    }
                };
        var first = clock.scheduleWithFixedDelay(work, Duration.ofHours(1));
        var second = clock.scheduleWithFixedDelay(work, Duration.ofHours(1));

        try {
            assertThat(met.await(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            first.cancel(true);
            second.cancel(true);
        }
    }

    @Test
    void forgetsAWatcherWhoseSecondLookFails() {
        var forgetful = new LosingLiveEvents();
        var controller =
                new SubmissionController(tenant, access, submissions, views, marks, forgetful);
        var teacher = new Caller(school.teacher(), school.id(), Set.of(Role.TEACHER));

        assertThatExceptionOfType(SubmissionNotFound.class)
                .isThrownBy(() -> controller.follow(teacher, SubmissionId.of(id()), null));

        assertThat(forgetful.added).hasSize(1);
        assertThat(forgetful.removed).containsExactlyElementsOf(forgetful.added);
    }

    /** Takes the class from its teacher between the two looks. */
    private final class LosingLiveEvents extends LiveEvents {

        final List<Watcher> added = new ArrayList<>();
        final List<Watcher> removed = new ArrayList<>();

        LosingLiveEvents() {
            super(tenant, jdbc, 0);
        }

        @Override
        void add(SubmissionId id, Watcher watcher) {
            super.add(id, watcher);
            added.add(watcher);
            tenant.in(
                    school.id(),
                    () -> {
                        jdbc.sql("delete from class_teachers where class_id = ?")
                                .param(school.schoolClass().value())
                                .update();
                    });
        }

        @Override
        void remove(SubmissionId id, Watcher watcher) {
            super.remove(id, watcher);
            removed.add(watcher);
        }
    }

    /** As another replica would do it: this process hears of it from the database only. */
    private void changeElsewhere(String state, int version) {
        tenant.in(
                school.id(),
                () -> {
                    jdbc.sql("update submissions set state = ?, version = ? where id = ?")
                            .params(state, version, SubmissionId.of(id()).value())
                            .update();
                });
    }

    private BufferedReader follow(@Nullable String seen) {
        var http = http().as(school.token(school.student()));
        if (seen != null) {
            http.header("Last-Event-ID", seen);
        }
        InputStream body = http.stream("/api/v1/submissions/" + id() + "/events");
        return new BufferedReader(new InputStreamReader(body, UTF_8));
    }

    /** The next event; heartbeats are passed over. */
    private static List<String> next(BufferedReader events) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = events.readLine(); line != null; line = events.readLine()) {
            if (line.isEmpty() && !lines.isEmpty()) {
                return lines;
            }
            if (!line.isEmpty() && !line.startsWith(":")) {
                lines.add(line);
            }
        }
        throw new AssertionError("The stream ended");
    }

    private String data(int version) {
        var state = version == 2 ? "reading" : "failed";
        return "data:{\"id\":\"%s\",\"version\":%d,\"state\":\"%s\"}"
                .formatted(id(), version, state);
    }

    private String id() {
        return submission.get("id").asString();
    }
}
