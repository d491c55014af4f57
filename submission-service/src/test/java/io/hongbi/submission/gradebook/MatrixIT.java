package io.hongbi.submission.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.reading.WorksheetFixture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The marks of a class at a glance. */
class MatrixIT extends WorksheetFixture {

    @Test
    void showsEveryStudentByNumber() {
        handInFor("{}");
        add(doubtful());

        var shown = matrix().json();

        assertThat(shown.get("keyVersion").asInt()).isEqualTo(1);
        assertThat(shown.get("items")).hasSize(7);
        assertThat(shown.get("items").get(3))
                .hasToString("{\"itemId\":\"q4\",\"max\":2,\"facility\":0}");
        assertThat(shown.get("items").get(5).get("facility").isNull()).isTrue();
        assertThat(shown.get("students").findValuesAsString("studentId"))
                .containsExactly(school.student().toString(), school.student2().toString());
        var first = shown.get("students").get(0);
        assertThat(first.get("submissionId").asString()).isEqualTo(id());
        assertThat(first.get("state").asString()).isEqualTo("needs-review");
        assertThat(first.get("score").get("value").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(first.get("marks")).hasToString("[2,3,0,0,2.5,null,0]");
        assertThat(first.get("verdicts").get(5).asString()).isEqualTo("doubtful");
        var missing = shown.get("students").get(1);
        assertThat(missing.get("submissionId").isNull()).isTrue();
        assertThat(missing.get("marks")).hasSize(7);
    }

    @Test
    void countsTheLatestAttempt() {
        handInFor("{}");
        add(doubtful());
        var again = handIn(school.student());
        add(again, "1001", certain());

        var first = matrix().json().get("students").get(0);

        assertThat(first.get("submissionId")).isEqualTo(again.get("id"));
        assertThat(first.get("score").get("value").decimalValue()).isEqualByComparingTo("8.5");
    }

    @Test
    void saysWhenNothingIsDifferent() {
        handInFor("{}");
        add(doubtful());
        var tag = String.valueOf(matrix().header("ETag"));

        assertThat(conditional(tag).status()).isEqualTo(304);
        asTeacher().post(path() + "/items/q6/overrides", "{\"mark\": 1}");
        assertThat(conditional(tag).status()).isEqualTo(200);
    }

    @Test
    void tellsWhatIsNewSinceTheLastLook() {
        handInFor("{}");
        add(doubtful());
        var first = settled();

        asTeacher().post(path() + "/items/q6/overrides", "{\"mark\": 1}");

        var delta = since(first);
        assertThat(delta.get("students").findValuesAsString("studentId"))
                .containsExactly(school.student().toString());
        assertThat(delta.at("/students/0/marks/5").decimalValue()).isEqualByComparingTo("1");
        assertThat(delta.at("/items/3/facility").isNull()).isTrue();
        assertThat(delta.at("/items/3/max").decimalValue()).isEqualByComparingTo("2");
        var second = settled();
        handIn(school.student2());
        assertThat(since(second).get("students").findValuesAsString("studentId"))
                .containsExactly(school.student2().toString());
        var third = settled();
        asTeacher()
                .post(
                        "/api/v1/assignments/" + assignment + "/keys",
                        "{\"keys\": {\"q4\": \"48\"}}");
        assertThat(since(third).get("students")).hasSize(2);
        assertThat(asTeacher().get(url() + "?updatedSince=yesterday").status()).isEqualTo(400);
    }

    /** A transaction that began before the look may be seen only after it. */
    @Test
    void forgetsNothingThatIsStillOnItsWay() throws Exception {
        handInFor("{}");
        add(doubtful());
        var begun = new CountDownLatch(1);
        var looked = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var slow =
                    thread.submit(() ->
                            tenant.in(
                                    school.id(),
                                    () -> {
                                        touch();
                                        begun.countDown();
                                        await(looked);
                                    }));
            await(begun);
            var first = matrix().json();
            looked.countDown();
            slow.get();

            assertThat(since(first).get("students").findValuesAsString("studentId"))
                    .contains(school.student().toString());
        }
    }

    private void touch() {
        jdbc.sql("update submissions set changed_at = clock_timestamp() where id = ?::uuid")
                .param(id())
                .update();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * A look after which nothing is new. Any transaction that runs beside a look, as the service's
     * own work does, may hold its {@code asOf} back to before what the test just did.
     */
    private JsonNode settled() {
        return eventually(
                "nothing is new",
                _ -> {
                    var look = matrix().json();
                    return since(look).get("students").isEmpty() ? look : null;
                });
    }

    private JsonNode since(JsonNode earlier) {
        var shown = asTeacher().get(url() + "?updatedSince=" + earlier.get("asOf").asString());
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        return shown.json();
    }

    @Test
    void isForThoseWhoTeachTheClass() {
        handInFor("{}");

        assertThat(status(student(), url())).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), url())).isEqualTo(404);
        assertThat(status(school.token(school.teacher()), school.assignmentPath() + "/matrix"))
                .isEqualTo(404);
    }

    private String url() {
        return "/api/v1/assignments/" + assignment + "/matrix";
    }

    private Reply matrix() {
        return asTeacher().get(url());
    }

    private Reply conditional(String tag) {
        return asTeacher().header("If-None-Match", tag).get(url());
    }
}
