package io.hongbi.submission.gradebook.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.reading.WorksheetFixture;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Notes: marks for completion, and excellent ones. */
class NotesIT extends WorksheetFixture {

    private static final String RULE =
            "{\"completionMarks\": {\"complete\": 2, \"partial\": null, \"blank\": 0}}";

    @ParameterizedTest
    @CsvSource({
        "0.97, 2, right, complete (97 % done)",
        "0.62, 1.24, partial, partly done (62 %)",
        "0.01, 0, blank, nothing done (1 %)"
    })
    void areMarkedByHowMuchIsDone(double share, String mark, String verdict, String reason) {
        rule(RULE);
        addNotes(submission, share, 0.94);

        var view = teachersView("en");

        assertThat(view.get("marks")).hasSize(1);
        var item = view.get("marks").get(0);
        assertThat(item.get("itemId").asString()).isEqualTo("completion");
        assertThat(item.get("mark").decimalValue()).isEqualByComparingTo(mark);
        assertThat(item.get("max").decimalValue()).isEqualByComparingTo("2");
        assertThat(item.get("verdict").asString()).isEqualTo(verdict);
        assertThat(item.get("reason").asString()).isEqualTo(reason);
        assertThat(view.get("score").get("value").decimalValue()).isEqualByComparingTo(mark);
        assertThat(studentsView().get("score")).isEqualTo(view.get("score"));
    }

    @Test
    void haveNoMarksWithoutARuleAndFollowItOnceThereIsOne() {
        addNotes(submission, 0.62, 0.94);
        assertThat(teachersView("en").get("marks")).isEmpty();
        long version = teachersView("en").get("version").asLong();

        rule("{\"completionMarks\": {\"complete\": 1, \"partial\": 0.5, \"blank\": 0}}");

        assertThat(teachersView("en").at("/score/value").decimalValue())
                .isEqualByComparingTo("0.5");
        assertThat(teachersView("en").get("version").asLong()).isEqualTo(version + 1);
        rule("{\"completionMarks\": null}");
        assertThat(teachersView("en").get("marks")).isEmpty();
    }

    @Test
    void askATeacherWhereTheReaderIsNotSure() {
        rule(RULE);
        addNotes(submission, 0.88, 0.6);
        assertThat(teachersView("en").get("state").asString()).isEqualTo("needs-review");
        var waiting = asTeacher().get(school.assignmentPath() + "/review-items").json();
        assertThat(waiting.at("/items/0/itemId").asString()).isEqualTo("completion");

        var decided = override("{\"response\": \"0.95\"}");

        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        assertThat(decided.json().at("/mark/mark").decimalValue()).isEqualByComparingTo("2");
        assertThat(decided.json().at("/mark/layer").asString()).isEqualTo("teacher");
        assertThat(decided.json().get("state").asString()).isEqualTo("released");
        assertThat(override("{\"mark\": 0.5}").json().at("/mark/mark").decimalValue())
                .isEqualByComparingTo("0.5");
        var matrix = asTeacher().get(school.assignmentPath() + "/matrix").json();
        assertThat(matrix.at("/items/0/itemId").asString()).isEqualTo("completion");
        assertThat(matrix.at("/students/0/marks/0").decimalValue()).isEqualByComparingTo("0.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"response\": \"1.5\"}; /response",
                "{\"response\": \"all\"}; /response",
                "{\"mark\": 3}; /mark",
                "{\"response\": \"0.9\", \"scope\": \"group\"}; /scope"
            })
    void takeNoDecisionThatCannotBe(String body, String pointer) {
        rule(RULE);
        addNotes(submission, 0.62, 0.94);

        var refused = override(body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"complete\": 1}",
                "{\"complete\": -1, \"blank\": 0}",
                "{\"complete\": 1, \"partial\": 2, \"blank\": 0}",
                "{\"complete\": 1, \"blank\": 2}",
                "{\"complete\": 1.005, \"blank\": 0}",
                "{\"complete\": 1e9, \"blank\": 0}",
                "\"share\""
            })
    void takeNoRuleThatCannotBe(String rule) {
        var refused =
                asTeacher().patch(school.assignmentPath(), "{\"completionMarks\": " + rule + "}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/completionMarks");
    }

    @Test
    void aloneAreMarkedByHowMuchIsDone() {
        handInFor("{}");

        var refused = asTeacher().patch("/api/v1/assignments/" + assignment, RULE);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/completionMarks");
        var key = "{\"keys\": {\"completion\": \"1\"}}";
        rule(RULE);
        assertThat(asTeacher().post(school.assignmentPath() + "/keys", key).status())
                .isEqualTo(400);
    }

    @Test
    void areExcellentWhereCompleteAndAmongTheNeatest() {
        addNotes(submission, 0.97, 0.99);
        assertThat(excellent()).as("one paper says nothing").isEmpty();

        for (int i = 0; i < 3; i++) {
            neater(0.2 + i / 10.0);
        }

        var candidate = excellent().get(0);
        assertThat(excellent()).hasSize(1);
        assertThat(candidate.get("submissionId").asString()).isEqualTo(id());
        assertThat(candidate.get("excellent").asBoolean()).isFalse();
        assertThat(candidate.get("reasons").findValuesAsString("code"))
                .containsExactly("complete", "neat");
        assertThat(candidate.at("/reasons/1/text").asString()).contains("steady lines", "81");
    }

    @Test
    void areCalledExcellentUnlessTheStudentWithdrawsThem() {
        addNotes(submission, 0.97, 0.99);
        assertThat(tick(true).json().get("excellent").asBoolean()).isTrue();
        assertThat(own().get("excellent").asBoolean()).isTrue();

        var withdrawn = withdraw(true);

        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(own().get("excellent").asBoolean()).isFalse();
        assertThat(excellent().get(0).get("withdrawn").asBoolean()).isTrue();
        assertThat(tick(true).status()).isEqualTo(409);
        assertThat(tick(true).json().get("code").asString()).isEqualTo("note-withdrawn");
        assertThat(tick(false).status()).isEqualTo(200);
        withdraw(false);
        assertThat(own().get("excellent").asBoolean()).as("the tick was taken back").isFalse();
        assertThat(tick(true).json().get("excellent").asBoolean()).isTrue();
    }

    @Test
    void areNobodyElsesBusiness() {
        var list = school.assignmentPath() + "/excellent-notes";
        var note = path() + "/excellent-note";
        var body = "{\"excellent\": true}";

        assertThat(status(student(), list)).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), list)).isEqualTo(404);
        assertThat(http().as(student()).put(list + "/" + id(), body).status()).isEqualTo(403);
        assertThat(status(school.token(school.student2()), note)).isEqualTo(404);
        assertThat(status(school.token(school.teacher()), note)).isEqualTo(403);
        assertThat(asTeacher().put(list + "/" + id(), "{}").status()).isEqualTo(400);
        handInFor("{}");
        assertThat(asTeacher().put(list + "/" + id(), body).status()).isEqualTo(404);
    }

    private void rule(String terms) {
        var changed = asTeacher().patch(school.assignmentPath(), terms);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private Reply override(String body) {
        return asTeacher().post(path() + "/items/completion/overrides", body);
    }

    private Reply tick(boolean excellent) {
        return asTeacher()
                .put(
                        school.assignmentPath() + "/excellent-notes/" + id(),
                        "{\"excellent\": " + excellent + "}");
    }

    private Reply withdraw(boolean withdrawn) {
        return http().as(student())
                .put(path() + "/excellent-note", "{\"withdrawn\": " + withdrawn + "}");
    }

    private JsonNode own() {
        return http().as(student()).get(path() + "/excellent-note").json();
    }

    private JsonNode excellent() {
        return asTeacher()
                .header("Accept-Language", "en")
                .get(school.assignmentPath() + "/excellent-notes")
                .json()
                .get("items");
    }

    /** A paper of somebody else that is as complete, and so neat. */
    private void neater(double neatness) {
        tenant.inSystem(() -> {
            jdbc.sql(
                            """
                            with somebody as (
                                insert into people (id, school_id, sign_in_name, name, student_number, roles)
                                select gen_random_uuid(), :school, gen_random_uuid(), 'More',
                                    left(gen_random_uuid()::text, 8), array['student'] returning id),
                            paper as (
                                insert into submissions (id, school_id, assignment_id, student_id,
                                    handed_in_by, attempt, receipt, received_at, state)
                                select gen_random_uuid(), :school, s.assignment_id, somebody.id,
                                    somebody.id, 1, gen_random_uuid(), now(), 'released'
                                from submissions s, somebody where s.id = :paper returning id),
                            page as (
                                insert into pages (id, school_id, submission_id, number, sha256, photo,
                                    bytes, width, height, received_at, read_at, verdict, reader_version)
                                select gen_random_uuid(), :school, paper.id, 1, p.sha256, p.photo,
                                    p.bytes, p.width, p.height, now(), now(), 'ok', 'r1'
                                from pages p, paper where p.submission_id = :paper returning id)
                            insert into readings (page_id, reader_version, school_id, reading, crops,
                                worker, delivery, started_at, finished_at, cpu_millis)
                            select page.id, 'r1', :school,
                                r.reading || jsonb_build_object('neatness', :neatness::float8),
                                '{}', 'test', 1, now(), now(), 1
                            from readings r join pages p on p.id = r.page_id, page
                            where p.submission_id = :paper
                            """)
                    .param("school", school.id().value())
                    .param("paper", UUID.fromString(id()))
                    .param("neatness", neatness)
                    .update();
        });
    }
}
