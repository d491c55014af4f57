package io.hongbi.submission.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.reading.WorksheetFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The key of an assignment, tried out, changed and taken back. */
class KeysIT extends WorksheetFixture {

    private static final String Q4_IS_48 = "{\"keys\": {\"q4\": \"48\"}}";

    @BeforeEach
    void onePaper() {
        handInFor("{}");
        add(certain());
    }

    @Test
    void tellsWhoGainsBeforeAnythingMoves() {
        var before = marks();
        var version = teachersView("en").get("version");

        var tried = post("?dryRun=true", Q4_IS_48);

        assertThat(tried.status()).as(tried.body()).isEqualTo(200);
        assertThat(tried.json().get("keyVersion").asInt()).isEqualTo(2);
        assertThat(tried.json().get("loses")).isEmpty();
        var gain = tried.json().get("gains").get(0);
        assertThat(gain.get("studentId").asString()).isEqualTo(school.student().toString());
        assertThat(gain.get("before").get("value").decimalValue()).isEqualByComparingTo("8.5");
        assertThat(gain.get("after").get("value").decimalValue()).isEqualByComparingTo("10.5");
        assertThat(marks()).isEqualTo(before);
        assertThat(teachersView("en").get("version")).isEqualTo(version);
    }

    @Test
    void tellsWhoLoses() {
        var tried = post("?dryRun=true", "{\"keys\": {\"q1\": \"C\"}}");

        assertThat(tried.json().get("gains")).isEmpty();
        assertThat(tried.json().get("loses")).hasSize(1);
    }

    @Test
    void marksFollowANewVersionAndItsUndoing() {
        var before = marks();

        var changed = post("", Q4_IS_48);

        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(changed.json().get("gains")).hasSize(1);
        assertThat(marks().get(3).get("verdict").asString()).isEqualTo("right");
        assertThat(marks().get(3).get("keyVersion").asInt()).isEqualTo(2);
        undo(changed);
        assertThat(marks()).isEqualTo(before);
        assertThat(post("", Q4_IS_48).json().get("keyVersion").asInt()).isEqualTo(3);
    }

    @Test
    void keepsALaterVersionWhereAnEarlierIsUndone() {
        var first = post("", Q4_IS_48);
        post("", "{\"keys\": {\"q4\": {\"points\": 4}, \"q1\": \"A\"}}");

        undo(first);

        var marks = marks();
        assertThat(marks.get(3).get("expected").asString()).isEqualTo("43");
        assertThat(marks.get(3).get("max").decimalValue()).isEqualByComparingTo("4");
        assertThat(marks.get(0).get("verdict").asString()).isEqualTo("wrong");
        assertThat(marks.get(3).get("keyVersion").asInt()).isEqualTo(3);
    }

    @Test
    void statesFollowTheKey() {
        assertThat(teachersView("en").get("state").asString()).isEqualTo("graded");

        var changed = post("", "{\"keys\": {\"q1\": {\"answers\": []}}}");

        assertThat(teachersView("en").get("state").asString()).isEqualTo("needs-review");
        undo(changed);
        assertThat(teachersView("en").get("state").asString()).isEqualTo("graded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"keys\": {\"q99\": \"C\"}}; /keys/q99",
                "{\"keys\": {\"q1\": \"43\"}}; /keys/q1",
                "{\"keys\": {\"q4\": {\"answers\": [\"43\", \"x\"]}}}; /keys/q4/answers/1",
                "{\"keys\": {\"q4\": {\"points\": 1.005}}}; /keys/q4/points",
                "{\"keys\": {\"q4\": {\"points\": \"2\"}}}; /keys/q4/points",
                "{\"keys\": {\"q4\": {\"points\": 1e400}}}; /keys/q4/points",
                "{\"keys\": {\"q4\": {\"penalty\": 3}}}; /keys/q4/penalty",
                "{\"keys\": {\"q4\": {\"tolerance\": -1}}}; /keys/q4/tolerance",
                "{\"keys\": {\"q7\": \"x\"}}; /keys/q7",
                "{\"keys\": {\"q1\": \"E\"}}; /keys/q1",
                "{\"keys\": {\"q2\": {\"answers\": [\"AE\", \"AF\"]}}}; /keys/q2/answers/1",
                "{\"keys\": {\"q4\": null}}; /keys/q4",
                "{\"keys\": {}}; /keys",
                "{}; /keys"
            })
    void refusesKeysThatCannotBe(String body, String pointer) {
        var refused = post("", body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo(pointer);
        assertThat(post("?dryRun=true", body).status()).isEqualTo(400);
    }

    @Test
    void refusesAKeyForADroppedItemUnlessItIsBroughtBack() {
        assertThat(post("", "{\"keys\": {\"q4\": {\"drop\": true}}}").status()).isEqualTo(201);

        assertThat(post("", Q4_IS_48).status()).isEqualTo(400);

        var back = post("", "{\"keys\": {\"q4\": {\"answers\": [\"48\"], \"drop\": false}}}");
        assertThat(back.status()).as(back.body()).isEqualTo(201);
        assertThat(marks().get(3).get("verdict").asString()).isEqualTo("right");
    }

    @Test
    void showsTheKeyToTeachersOnly() {
        var shown = asTeacher().get(keys());

        assertThat(shown.json().get("keys").get("q4").get("answers").get(0).asString())
                .isEqualTo("43");
        post("", Q4_IS_48);
        var stale =
                asTeacher()
                        .header("If-Match", String.valueOf(shown.header("ETag")))
                        .post(keys(), Q4_IS_48);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(status(student(), keys())).isEqualTo(403);
        assertThat(post(school.student(), "?dryRun=true", Q4_IS_48).status()).isEqualTo(403);
        assertThat(post(school.otherTeacher(), "", Q4_IS_48).status()).isEqualTo(404);
        var foreign = newSchool();
        assertThat(status(foreign.token(foreign.teacher()), keys())).isEqualTo(404);
    }

    private String keys() {
        return "/api/v1/assignments/" + assignment + "/keys";
    }

    private JsonNode marks() {
        return teachersView("en").get("marks");
    }

    private void undo(Reply act) {
        var id = act.json().get("actionId").asString();
        var undone = asTeacher().post("/api/v1/actions/" + id + ":undo", "");
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
    }

    private Reply post(String query, String body) {
        return post(school.teacher(), query, body);
    }

    private Reply post(PersonId person, String query, String body) {
        return http().as(school.token(person)).post(keys() + query, body);
    }
}
