package io.hongbi.submission.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.Http;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.reading.WorksheetFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two teachers act on the same thing at the same time. */
class TwoTeachersIT extends WorksheetFixture {

    @BeforeEach
    void paper() {
        handInFor("{}");
        add(doubtful());
    }

    @RepeatedTest(3)
    void decideOnceOnWhatBothHaveSeen() throws Exception {
        var version = teachersView("en").get("version").asLong();

        var replies =
                both(teacher ->
                        as(teacher)
                                .header("If-Match", "\"" + version + "\"")
                                .post(path() + "/items/q6/overrides", "{\"mark\": 1}"));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(201, 412);
        assertThat(teachersView("en").get("version").asLong()).isEqualTo(version + 1);
    }

    @RepeatedTest(3)
    void claimOnce() throws Exception {
        var replies = both(teacher -> as(teacher).post(path() + "/items/q6:claim", ""));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(200, 409);
    }

    @RepeatedTest(3)
    void undoOnce() throws Exception {
        var act = asTeacher().post(path() + "/items/q6/overrides", "{\"mark\": 1}").json();
        var undo = "/api/v1/actions/" + act.get("actionId").asString() + ":undo";

        var replies = both(teacher -> as(teacher).post(undo, ""));

        assertThat(statuses(replies)).containsExactlyInAnyOrder(200, 409);
        assertThat(teachersView("en").get("marks").get(5).get("mark").isNull()).isTrue();
    }

    @RepeatedTest(3)
    void changeTheKeyOneAfterTheOther() throws Exception {
        var replies =
                both(teacher ->
                        as(teacher)
                                .post(
                                        "/api/v1/assignments/" + assignment + "/keys",
                                        teacher.equals(school.teacher())
                                                ? "{\"keys\": {\"q4\": \"48\"}}"
                                                : "{\"keys\": {\"q3\": \"F\"}}"));

        assertThat(statuses(replies)).containsExactly(201, 201);
        assertThat(replies)
                .extracting(reply -> reply.json().get("keyVersion").asInt())
                .containsExactlyInAnyOrder(2, 3);
        var marks = teachersView("en").get("marks");
        assertThat(marks.get(2).get("verdict").asString()).isEqualTo("right");
        assertThat(marks.get(3).get("verdict").asString()).isEqualTo("right");
    }

    private Http as(PersonId person) {
        return http().as(school.token(person));
    }

    private static List<Integer> statuses(List<Reply> replies) {
        return replies.stream().map(Reply::status).toList();
    }

    private List<Reply> both(Function<PersonId, Reply> act) throws Exception {
        var start = new CyclicBarrier(2);
        var acts = new ArrayList<Future<Reply>>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var person : List.of(school.teacher(), school.admin())) {
                acts.add(
                        threads.submit(() -> {
                            start.await();
                            return act.apply(person);
                        }));
            }
        }
        return List.of(acts.getFirst().get(), acts.getLast().get());
    }
}
