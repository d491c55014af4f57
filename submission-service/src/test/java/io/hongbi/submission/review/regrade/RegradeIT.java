package io.hongbi.submission.review.regrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.reading.WorksheetFixture;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Students ask for a second look at a mark. */
class RegradeIT extends WorksheetFixture {

    private static final String IT_SAYS_43 = "{\"reason\": \"It says 43\"}";

    @Test
    void bringsTheEvidenceAndANewMark() {
        released();

        var asked = ask("q4");

        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        var id = idOf(asked);
        assertThat(asked.header("Location")).isEqualTo("/api/v1/regrade-requests/" + id);
        var listed = list("?state=open").get(0);
        assertThat(listed.at("/request/reason").asString()).isEqualTo("It says 43");
        assertThat(listed.at("/readings/0/item/response").asString()).isEqualTo("48");
        assertThat(listed.at("/readings/0/item").has("cropUrl")).isTrue();
        assertThat(listed.at("/mark/mark").decimalValue()).isEqualByComparingTo("0");

        var decided =
                decide(
                        id,
                        "{\"state\": \"accepted\", \"comment\": \"Right\", \"response\": \"43\"}");

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().at("/mark/mark").decimalValue()).isEqualByComparingTo("2");
        assertThat(studentsView().get("marks").get(3).get("mark").decimalValue())
                .isEqualByComparingTo("2");
        var told = http().as(student()).get("/api/v1/regrade-requests/" + id).json();
        assertThat(told.at("/request/state").asString()).isEqualTo("accepted");
        assertThat(told.at("/request/comment").asString()).isEqualTo("Right");
        assertThat(list("?state=open")).isEmpty();
        assertThat(list("")).hasSize(1);
        assertThat(status(school.token(school.teacher()), all() + "?state=OPEN")).isEqualTo(400);
        var undone =
                asTeacher()
                        .post(
                                "/api/v1/actions/"
                                        + told.at("/request/actionId").asString()
                                        + ":undo",
                                "");
        assertThat(undone.status()).isEqualTo(200);
        assertThat(studentsView().get("marks").get(3).get("mark").decimalValue())
                .isEqualByComparingTo("0");
    }

    @Test
    void isRefusedBeforeMarksAreOut() {
        handInFor("{}");
        add(certain());

        refused(ask("q4"), "regrade-not-released");

        asTeacher().post("/api/v1/assignments/" + assignment + ":release", "");
        assertThat(ask("q4").status()).isEqualTo(201);
    }

    @Test
    void isRefusedWhereTheMarkIsNotKnownYet() {
        handInFor("{\"release\": \"automatic\"}");
        add(doubtful());

        refused(ask("q6"), "regrade-not-released");
        assertThat(ask("q99").status()).isEqualTo(404);
    }

    @Test
    void isRefusedWhileOneWaits() {
        released();
        var first = idOf(ask("q4"));

        refused(ask("q4"), "regrade-already-open");

        assertThat(ask("q3").status()).isEqualTo(201);
        decide(first, "{\"state\": \"declined\", \"comment\": \"It says 48\"}");
        assertThat(ask("q4").status()).isEqualTo(201);
    }

    @Test
    void isRefusedWhenItIsTooLate() {
        released();
        age("readings", "recorded_at");

        refused(ask("q4"), "regrade-window-over");
        asTeacher().post(path() + "/items/q4/overrides", "{\"mark\": 1}");
        assertThat(ask("q4").status()).as("a mark that is new").isEqualTo(201);
    }

    @Test
    void isRefusedOnAnAttemptThatCountsNoMore() {
        released();
        handIn(school.student());

        refused(ask("q4"), "regrade-not-the-latest");
    }

    @Test
    void isDecidedOnce() {
        released();
        var id = idOf(ask("q4"));
        decide(id, "{\"state\": \"declined\"}");

        refused(decide(id, "{\"state\": \"accepted\", \"mark\": 2}"), "regrade-already-decided");
        assertThat(studentsView().get("marks").get(3).get("mark").decimalValue())
                .isEqualByComparingTo("0");
        var stale =
                asTeacher()
                        .header("If-Match", "\"1\"")
                        .patch("/api/v1/regrade-requests/" + id, "{\"state\": \"declined\"}");
        assertThat(stale.status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; /state",
                "{\"state\": \"open\"}; /state",
                "{\"state\": \"declined\", \"mark\": 1}; /mark",
                "{\"state\": \"accepted\", \"mark\": 2.5}; /mark",
                "{\"state\": \"accepted\", \"mark\": 1, \"response\": \"4\"}; /response",
            })
    void refusesDecisionsThatCannotBe(String body, String pointer) {
        released();

        var refused = decide(idOf(ask("q4")), body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(list("?state=open")).hasSize(1);
    }

    @Test
    void needsAReason() {
        released();

        for (var body : new String[] {"{}", "{\"reason\": \" \"}"}) {
            var refused = http().as(student()).post(path() + "/items/q4/regrade-requests", body);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
        }
    }

    @Test
    void isBetweenTheStudentAndTheTeachersOfTheClass() {
        released();
        var id = idOf(ask("q4"));
        var one = "/api/v1/regrade-requests/" + id;

        assertThat(ask(school.student2(), "q4").status()).isEqualTo(404);
        assertThat(ask(school.teacher(), "q4").status()).isEqualTo(403);
        assertThat(status(school.token(school.student2()), one)).isEqualTo(404);
        assertThat(status(school.token(school.otherTeacher()), one)).isEqualTo(404);
        assertThat(status(school.token(school.otherTeacher()), all())).isEqualTo(404);
        assertThat(status(student(), all())).isEqualTo(403);
        assertThat(http().as(student()).patch(one, "{\"state\": \"accepted\"}").status())
                .isEqualTo(403);
        var foreign = newSchool();
        assertThat(status(foreign.token(foreign.teacher()), one)).isEqualTo(404);
        assertThat(status(student(), path() + "/regrade-requests")).isEqualTo(200);
        assertThat(status(school.token(school.student2()), path() + "/regrade-requests"))
                .isEqualTo(404);
    }

    private void released() {
        handInFor("{\"release\": \"automatic\", \"showAnswers\": \"never\"}");
        add(certain());
    }

    private Reply ask(String item) {
        return ask(school.student(), item);
    }

    private Reply ask(PersonId person, String item) {
        return http().as(school.token(person))
                .post(path() + "/items/" + item + "/regrade-requests", IT_SAYS_43);
    }

    private Reply decide(String id, String body) {
        return asTeacher().patch("/api/v1/regrade-requests/" + id, body);
    }

    private String all() {
        return "/api/v1/assignments/" + assignment + "/regrade-requests";
    }

    private JsonNode list(String query) {
        return asTeacher().get(all() + query).json().get("items");
    }

    private static String idOf(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().at("/request/id").asString();
    }

    private static void refused(Reply reply, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(409);
        assertThat(reply.json().get("code").asString()).isEqualTo(code);
    }

    /** Makes what the school has look eight days old. */
    private void age(String table, String column) {
        try (var owner =
                        DriverManager.getConnection(
                                DATABASE.url(), "hongbi_owner", DATABASE.password());
                var statement = owner.createStatement()) {
            statement.execute(
                    "update submission."
                            + table
                            + " set "
                            + column
                            + " = "
                            + column
                            + " - interval '8 days' where school_id = '"
                            + school.id()
                            + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
