package io.hongbi.submission.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.reading.WorksheetFixture;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Marks that are released at a time set before. */
class ScheduledReleaseIT extends WorksheetFixture {

    private static final String SOON = "{\"releaseAt\": \"2099-01-01T08:00:00+08:00\"}";
    private static final String PAST = "{\"releaseAt\": \"2020-01-01T00:00:00Z\"}";

    @Autowired ScheduledRelease schedule;

    @Test
    void showsStudentsNothingBeforeAndAllAfter() {
        handInFor(SOON);
        add(certain());

        schedule.release();

        var told = http().as(student()).get("/api/v1/assignments/" + assignment).json();
        assertThat(told.get("releaseAt").asString()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(told.get("released").asBoolean()).isFalse();
        assertThat(studentsView().get("marks")).isEmpty();
        assertThat(studentsView().get("state").asString()).isEqualTo("graded");

        change(PAST);
        schedule.release();

        assertThat(studentsView().get("state").asString()).isEqualTo("released");
        assertThat(studentsView().get("marks")).hasSize(7);
        var action = actions().get(0);
        assertThat(action.get("kind").asString()).isEqualTo("release");
        assertThat(action.get("authorId").isNull()).isTrue();
        assertThat(action.get("summary").get("scheduled").asBoolean()).isTrue();
    }

    @Test
    void releasesOnceHoweverManyTryAtOnce() throws Exception {
        handInFor("{}");
        add(certain());
        change(PAST);
        int tries = 4;
        var start = new CyclicBarrier(tries);
        var runs = new ArrayList<Future<?>>();

        try (var threads = Executors.newFixedThreadPool(tries)) {
            for (int i = 0; i < tries; i++) {
                runs.add(
                        threads.submit(() -> {
                            start.await();
                            schedule.release();
                            return true;
                        }));
            }
            for (var run : runs) {
                run.get();
            }
        }

        assertThat(actions().findValuesAsString("kind")).containsExactly("release");
        schedule.release();
        assertThat(actions()).hasSize(1);
    }

    @Test
    void staysTakenBackUntilAnotherTimeIsSet() {
        handInFor("{}");
        add(certain());
        change(PAST);
        schedule.release();

        var undone =
                asTeacher()
                        .post(
                                "/api/v1/actions/"
                                        + actions().get(0).get("id").asString()
                                        + ":undo",
                                "");
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        schedule.release();
        assertThat(studentsView().get("marks")).isEmpty();

        change(PAST); // the same again is no change
        schedule.release();
        assertThat(studentsView().get("marks")).isEmpty();

        change("{\"releaseAt\": \"2020-01-02T00:00:00Z\"}");
        schedule.release();
        assertThat(studentsView().get("marks")).isNotEmpty();
        asTeacher().post("/api/v1/assignments/" + assignment + ":unrelease", "");
        schedule.release();
        assertThat(studentsView().get("marks")).isEmpty();
    }

    @Test
    void showsMarksThatBecomeKnownLater() {
        handInFor(PAST);
        schedule.release();

        add(certain());

        assertThat(studentsView().get("state").asString()).isEqualTo("released");
    }

    @Test
    void doesNotReleaseWhatNobodyWantsReleasedAnyMore() {
        handInFor(SOON);
        add(certain());
        change("{\"releaseAt\": null}");

        schedule.release();

        assertThat(studentsView().get("marks")).isEmpty();
        var refused =
                asTeacher()
                        .patch(
                                "/api/v1/assignments/" + assignment,
                                "{\"release\": \"automatic\", \"releaseAt\": \"2099-01-01T00:00:00Z\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/releaseAt");
    }

    private JsonNode actions() {
        return asTeacher()
                .get("/api/v1/assignments/" + assignment + "/actions")
                .json()
                .get("items");
    }
}
