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

/** What a teacher decides about answers, and takes back. */
class ReviewIT extends WorksheetFixture {

    private JsonNode second;

    @BeforeEach
    void twoPapers() {
        handInFor("{}");
        add(doubtful());
        second = handIn(school.student2());
        add(second, "1002", doubtful());
    }

    @Test
    void decidesOneDoubtfulAnswer() {
        var before = teachersView("en");

        var decided = override("q6", "{\"mark\": 0.5, \"comment\": \"nearly\"}");

        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        assertThat(decided.header("Location")).endsWith("/items/q6/layers");
        assertThat(decided.json().get("changed").asInt()).isEqualTo(1);
        var after = teachersView("en");
        assertThat(decided.header("ETag")).isEqualTo("\"" + after.get("version").asLong() + "\"");
        assertThat(after.get("version").asLong()).isEqualTo(before.get("version").asLong() + 1);
        assertThat(before.get("state").asString()).isEqualTo("needs-review");
        assertThat(after.get("state").asString()).isEqualTo("graded");
        assertThat(after.get("score").get("value").decimalValue()).isEqualByComparingTo("8");
        assertThat(after.get("marks").get(5).get("layer").asString()).isEqualTo("teacher");
        assertThat(view(school, school.teacher(), second).get("state").asString())
                .isEqualTo("needs-review");
    }

    @Test
    void letsTheKeyJudgeWhatATeacherReads() {
        override("q4", "{\"response\": \"43\"}");

        var mark = teachersView("en").get("marks").get(3);
        assertThat(mark.get("verdict").asString()).isEqualTo("right");
        assertThat(mark.get("response").asString()).isEqualTo("43");
    }

    @Test
    void decidesAboutAllPapersThatShowTheSameAlsoLaterOnes() {
        var decided = override("q6", "{\"response\": \"C\", \"scope\": \"group\"}");

        assertThat(decided.json().get("changed").asInt()).isEqualTo(2);
        assertThat(view(school, school.teacher(), second).get("state").asString())
                .isEqualTo("graded");
        var later = handIn(school.student2());
        add(later, "1002", doubtful());
        assertThat(view(school, school.teacher(), later).get("state").asString())
                .isEqualTo("graded");
    }

    @Test
    void bringsBackWhatWasThereBefore() {
        var before = marks();
        var id = override("q6", "{\"mark\": 1, \"scope\": \"group\"}").json().get("actionId");
        var decided = marks();

        var undone = undo(id.asString());

        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(undone.json().get("changed").asInt()).isEqualTo(2);
        assertThat(marks()).isEqualTo(before);
        assertThat(teachersView("en").get("state").asString()).isEqualTo("needs-review");
        var again = undo(id.asString());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asString()).isEqualTo("already-undone");
        undo(undone.json().get("action").get("id").asString());
        assertThat(marks()).isEqualTo(decided);
        assertThat(undo(id.asString()).status()).isEqualTo(200);
        assertThat(marks()).isEqualTo(before);
    }

    @Test
    void listsWhatWasDoneNewestFirst() {
        var id = override("q6", "{\"mark\": 1}").json().get("actionId").asString();
        undo(id);
        var path = "/api/v1/assignments/" + assignment + "/actions";

        var actions = asTeacher().get(path).json().get("items");

        assertThat(actions.findValuesAsString("kind")).startsWith("undo");
        assertThat(actions.get(0).get("undoes").asString()).isEqualTo(id);
        assertThat(actions.get(1).get("id").asString()).isEqualTo(id);
        assertThat(actions.get(1).get("undone").asBoolean()).isTrue();
        assertThat(actions.get(1).get("authorId").asString())
                .isEqualTo(school.teacher().toString());
        var part = asTeacher().get(path + "?limit=1");
        assertThat(part.json().get("nextCursor").isNull()).isFalse();
        var rest =
                asTeacher()
                        .get(path + "?limit=1&cursor=" + part.json().get("nextCursor").asString());
        assertThat(rest.json().get("items").get(0).get("id").asString()).isEqualTo(id);
    }

    @Test
    void showsWhyAMarkIsWhatItIs() {
        override("q4", "{\"mark\": 1, \"comment\": \"half\"}");

        var layers = asTeacher().get(path() + "/items/q4/layers").json();

        assertThat(layers.get("readings").get(0).get("item").get("response").asString())
                .isEqualTo("48");
        assertThat(layers.get("readings").get(0).get("readerVersion").asString()).isEqualTo("r1");
        assertThat(layers.get("rule").get("answers").get(0).asString()).isEqualTo("43");
        assertThat(layers.get("keyVersion").asInt()).isEqualTo(1);
        assertThat(layers.get("overrides").get(0).get("comment").asString()).isEqualTo("half");
        assertThat(layers.get("overrides").get(0).get("authorId").asString())
                .isEqualTo(school.teacher().toString());
        assertThat(layers.get("mark").get("mark").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void keepsAClaimedAnswerFromOthers() {
        var claim = path() + "/items/q6:claim";

        assertThat(asTeacher().post(claim, "").status()).isEqualTo(200);

        assertThat(asTeacher().post(claim, "").status()).isEqualTo(200);
        var other = http().as(school.token(school.admin())).post(claim, "");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("code").asString()).isEqualTo("claimed");
        assertThat(override(school.admin(), "q6", "{\"mark\": 1}").status()).isEqualTo(409);
        assertThat(override("q6", "{\"mark\": 1}").status()).isEqualTo(201);
        assertThat(http().as(school.token(school.admin())).post(claim, "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "q4; {\"mark\": 2.5}; /mark",
                "q4; {\"mark\": 1.005}; /mark",
                "q4; {\"mark\": -1}; /mark",
                "q4; {}; /mark",
                "q4; {\"mark\": 1, \"response\": \"43\"}; /response",
                "q4; {\"response\": \"\\u0007\"}; /response",
                "q7; {\"response\": \"x\"}; /response"
            })
    void refusesWhatCannotBe(String item, String body, String pointer) {
        var refused = override(item, body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void answersOnlyWhoeverTeachesTheClass() {
        var id = override("q6", "{\"mark\": 1}").json().get("actionId").asString();
        var body = "{\"mark\": 1}";
        var actions = "/api/v1/assignments/" + assignment + "/actions";
        var layers = path() + "/items/q6/layers";

        assertThat(override("q99", body).status()).isEqualTo(404);
        assertThat(override(school.otherTeacher(), "q6", body).status()).isEqualTo(404);
        assertThat(override(school.student(), "q6", body).status()).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), layers)).isEqualTo(404);
        assertThat(status(student(), layers)).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), actions)).isEqualTo(404);
        assertThat(status(student(), actions)).isEqualTo(403);
        var undo = "/api/v1/actions/" + id + ":undo";
        assertThat(http().as(student()).post(undo, "").status()).isEqualTo(403);
        assertThat(http().as(school.token(school.otherTeacher())).post(undo, "").status())
                .isEqualTo(404);
        var foreign = newSchool();
        assertThat(http().as(foreign.token(foreign.teacher())).post(undo, "").status())
                .isEqualTo(404);
        assertThat(status(foreign.token(foreign.teacher()), layers)).isEqualTo(404);
    }

    @Test
    void refusesADecisionOnWhatHasChangedSince() {
        var stale =
                asTeacher()
                        .header("If-Match", "\"1\"")
                        .post(path() + "/items/q6/overrides", "{\"mark\": 1}");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(marks().get(5).get("mark").isNull()).isTrue();
    }

    private JsonNode marks() {
        return teachersView("en").get("marks");
    }

    private Reply override(String item, String body) {
        return override(school.teacher(), item, body);
    }

    private Reply override(PersonId person, String item, String body) {
        return http().as(school.token(person)).post(path() + "/items/" + item + "/overrides", body);
    }

    private Reply undo(String action) {
        return asTeacher().post("/api/v1/actions/" + action + ":undo", "");
    }
}
