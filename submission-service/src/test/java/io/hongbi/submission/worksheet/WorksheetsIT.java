package io.hongbi.submission.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.common.layout.Proof;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.submission.GradingStub;
import io.hongbi.submission.Http;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

class WorksheetsIT extends SubmissionIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UNEQUAL =
            """
            {"equal": false, "cells": 120,
             "differences": [{"page": 1, "itemId": "q4", "filled": "43", "read": "48"}]}
            """;

    private final GradingStub grading = GradingStub.shared();
    private TestSchool school;
    private String path;

    @BeforeEach
    void designASheet() {
        school = newSchool();
        var made = asTeacher().post("/api/v1/worksheets", Sheets.MIXED);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        path = String.valueOf(made.header("Location"));
        grading.answers(200, GradingStub.EQUAL);
    }

    @Test
    void comesBackWithItsKeysAndIds() {
        var shown = asTeacher().get(path);

        assertThat(shown.header("ETag")).isEqualTo("\"1\"");
        var json = shown.json();
        assertThat(path).endsWith(json.get("id").asString());
        assertThat(json.get("revision").intValue()).isEqualTo(1);
        assertThat(json.get("paper").asString()).isEqualTo("A4");
        assertThat(json.get("studentNumber").get("digits").intValue()).isEqualTo(8);
        assertThat(json.get("pages").intValue()).isEqualTo(1);
        assertThat(json.get("proof").isNull()).isTrue();
        assertThat(json.get("printedAt").isNull()).isTrue();
        assertThat(json.get("items").findValuesAsString("itemId"))
                .containsExactly("q1", "q2", "q3", "q4", "q5", "q6", "q7");
        assertThat(json.get("items").get(1).get("key").asString()).isEqualTo("AD");
        assertThat(json.get("items").get(4).get("points").decimalValue())
                .isEqualByComparingTo("2.5");
        assertThat(json.get("items").get(6).get("key").isNull()).isTrue();
    }

    @Test
    void givesTheLayoutOfEveryRevision() {
        assertThat(asTeacher().patch(path, "{\"title\": \"新标题\"}").status()).isEqualTo(200);

        var first = layout(path + "/layout.json?revision=1");
        var second = layout(path + "/layout.json");

        assertThat(first.revision()).isEqualTo(1);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(first.pages()).isEqualTo(second.pages());
        assertThat(asTeacher().get(path + "/layout.json?revision=3").status()).isEqualTo(404);
    }

    @Test
    void isRevisedByAMergePatchUnlessItIsStale() {
        var teacher = school.token(school.teacher());
        var letter =
                http().as(teacher)
                        .header("If-Match", "\"1\"")
                        .patch(
                                path,
                                "{\"paper\": \"Letter\", \"studentNumber\": {\"as\": \"boxes\"}}");
        var stale =
                http().as(teacher).header("If-Match", "\"1\"").patch(path, "{\"title\": \"x\"}");
        var same = http().as(teacher).patch(path, "{\"paper\": \"Letter\"}");
        var wrong = http().as(teacher).patch(path, "{\"items\": [{\"kind\": \"digits\"}]}");

        assertThat(letter.status()).as(letter.body()).isEqualTo(200);
        assertThat(letter.json().get("revision").intValue()).isEqualTo(2);
        assertThat(letter.json().get("studentNumber").get("digits").intValue()).isEqualTo(8);
        assertThat(letter.json().get("items").get(0).get("key").asString()).isEqualTo("B");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(same.json().get("revision").intValue()).isEqualTo(2);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("errors").findValuesAsString("pointer"))
                .containsExactly("/items/0/points", "/items/0/length");
        assertThat(asTeacher().get(path + "?revision=1").json().get("paper").asString())
                .isEqualTo("A4");
    }

    @Test
    void isProvedBeforeItIsPrinted() {
        var printed = asTeacher().get(path + "/sheet.pdf");

        assertThat(printed.status()).isEqualTo(200);
        assertThat(printed.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(printed.body()).startsWith("%PDF-");
        assertThat(grading.requests())
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.authorization()).startsWith("Bearer ");
                    var asked = JSON.readValue(request.body(), Proof.Request.class);
                    assertThat(asked.pages()).hasSize(1);
                    assertThat(asked.layout()).isEqualTo(layout(path + "/layout.json"));
                    assertThat(request.body()).doesNotContain("-4.5");
                });
        assertThat(asTeacher().get(path + "/sheet.pdf").body()).isEqualTo(printed.body());
        assertThat(grading.requests()).hasSize(1);
        var shown = asTeacher().get(path).json();
        assertThat(shown.get("printedAt").isString()).isTrue();
        assertThat(shown.get("proof").get("equal").booleanValue()).isTrue();
    }

    @Test
    void isNotPrintedWhenItComesBackOtherwise() {
        grading.answers(200, UNEQUAL);

        var proof = asTeacher().post(path + "/proof", "");
        var refused = asTeacher().header("Accept-Language", "en").get(path + "/sheet.pdf");

        assertThat(proof.json().get("differences").get(0).get("read").asString()).isEqualTo("48");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("sheet-unequal");
        assertThat(refused.json().get("detail").asString()).contains("q4");
        assertThat(refused.json().get("differences").get(0).get("itemId").asString())
                .isEqualTo("q4");
        assertThat(asTeacher().get(path).json().get("printedAt").isNull()).isTrue();
    }

    @Test
    void asksToTryAgainWhileNobodyCanProveIt() {
        for (var answer : new String[] {"", "no json", "{\"equal\": true}"}) {
            grading.answers(answer.isEmpty() ? 503 : 200, answer);

            var refused = asTeacher().get(path + "/sheet.pdf");

            assertThat(refused.status()).as(answer).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotNull();
            assertThat(refused.json().get("code").asString()).isEqualTo("unavailable");
        }
        grading.answers(200, GradingStub.EQUAL);
        assertThat(asTeacher().get(path + "/sheet.pdf").status()).isEqualTo(200);
    }

    @Test
    void isPrintedForEachStudentOfAClassOneLeads() {
        var single = asTeacher().get(path + "/sheet.pdf").body().length();
        var both = asTeacher().get(path + "/sheet.pdf?classId=" + school.schoolClass());
        var other =
                http().as(school.token(school.otherTeacher()))
                        .get(path + "/sheet.pdf?classId=" + school.schoolClass());

        assertThat(both.status()).isEqualTo(200);
        assertThat(both.body().length()).isGreaterThan(single);
        assertThat(other.status()).isEqualTo(404);
        assertThat(asTeacher().get(path + "/sheet.pdf?classId=x").status()).isEqualTo(400);
        tenant.in(
                school.id(),
                () -> {
                    jdbc.sql("delete from enrolments where class_id = ?")
                            .param(school.schoolClass().value())
                            .update();
                });
        var nobody = asTeacher().get(path + "/sheet.pdf?classId=" + school.schoolClass());
        assertThat(nobody.status()).isEqualTo(409);
        assertThat(nobody.json().get("code").asString()).isEqualTo("nobody-enrolled");
    }

    @Test
    void isForTeachersOfTheSchoolAlone() {
        var stranger = newSchool();
        for (var suffix : new String[] {"", "/layout.json", "/sheet.pdf"}) {
            var student = http().as(school.token(school.student())).get(path + suffix);
            var foreign = http().as(stranger.token(stranger.admin())).get(path + suffix);
            var colleague = http().as(school.token(school.otherTeacher())).get(path + suffix);

            assertThat(student.status()).as(suffix).isEqualTo(403);
            assertThat(foreign.status()).as(suffix).isEqualTo(404);
            assertThat(colleague.status()).as(suffix).isEqualTo(200);
        }
        var student = http().as(school.token(school.student()));
        assertThat(student.post("/api/v1/worksheets", "{not json").status()).isEqualTo(403);
        assertThat(
                        http().as(school.token(school.otherTeacher()))
                                .patch(path, "{\"title\": \"x\"}")
                                .status())
                .isEqualTo(403);
        assertThat(
                        http().as(school.token(school.admin()))
                                .patch(path, "{\"title\": \"x\"}")
                                .status())
                .isEqualTo(200);
        assertThat(asTeacher().get("/api/v1/worksheets/no-id").status()).isEqualTo(404);
    }

    @Test
    void neverChangesOnceItIsStored() {
        for (var change :
                new String[] {
                    "update worksheet_revisions set design = '{}'",
                    "update worksheet_revisions set sheet = '{}'",
                    "update worksheet_keys set answers = '{}'",
                    "update assignment_keys set keys = '{}'",
                    "delete from worksheet_revisions"
                }) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> tenant.in(school.id(), () -> jdbc.sql(change).update()))
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void isListedNewestFirst() {
        asTeacher().post("/api/v1/worksheets", Sheets.MIXED.replace("第四单元", "第五单元"));

        var first = asTeacher().get("/api/v1/worksheets?limit=1").json();

        assertThat(first.get("items").findValuesAsString("title")).containsExactly("三年级数学 第五单元");
        assertThat(first.get("nextCursor").isString()).isTrue();
    }

    @Test
    void namesEveryFieldThatIsWrongInTheCallersLanguage() {
        var refused =
                asTeacher()
                        .header("Accept-Language", "en")
                        .post(
                                "/api/v1/worksheets",
                                """
                                {"title": "t", "paper": "A4", "items": [
                                  {"kind": "choice", "options": 11, "points": 1},
                                  {"kind": "essay", "points": 0.125},
                                  {"kind": "digits", "length": 2, "key": "100", "points": 1,
                                   "prompt": "\\u0000"}]}
                                """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/items/0/options", "/items/1/kind", "/items/1/points", "/items/2/prompt");
        assertThat(refused.json().get("errors").get(0).get("detail").asString())
                .isEqualTo("must lie between 2 and 10");
        assertThat(asTeacher().post("/api/v1/worksheets", "[]").status()).isEqualTo(400);
    }

    @Test
    void givesItsKeyToTheAssignmentAndToNoStudent() {
        var set = assign("\"" + path.substring(path.lastIndexOf('/') + 1) + "\"");

        assertThat(set.status()).as(set.body()).isEqualTo(201);
        assertThat(path).endsWith(set.json().get("worksheetId").asString());
        assertThat(set.json().get("release").asString()).isEqualTo("manual");
        var seen =
                http().as(school.token(school.student()))
                        .get(String.valueOf(set.header("Location")));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain("-4.5", "key");
        var keys =
                tenant.in(
                        school.id(),
                        () ->
                                jdbc.sql(
                                                "select keys ->> 'q5' from assignment_keys where version = 1")
                                        .query(String.class)
                                        .single());
        assertThat(JSON.readTree(keys))
                .isEqualTo(JSON.readTree("{\"answers\": [\"-4.5\"], \"points\": 2.5}"));
    }

    @Test
    void isNeededForAnAssignmentOfItsKind() {
        for (var id : new String[] {"null", "\"x\"", "\"0199f000-0000-7000-8000-000000000001\""}) {
            var refused = assign(id);

            assertThat(refused.status()).as(id).isEqualTo(400);
            assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                    .containsExactly("/worksheetId");
        }
        var stranger = newSchool();
        var foreign =
                http().as(stranger.token(stranger.teacher()))
                        .post("/api/v1/worksheets", Sheets.MIXED)
                        .json();
        assertThat(assign("\"" + foreign.get("id").asString() + "\"").status()).isEqualTo(400);
    }

    private Reply assign(String worksheetId) {
        return asTeacher()
                .post(
                        school.classPath() + "/assignments",
                        "{\"title\": \"x\", \"kind\": \"worksheet\", \"worksheetId\": "
                                + worksheetId
                                + "}");
    }

    private SheetLayout layout(String at) {
        return JSON.readValue(asTeacher().get(at).body(), SheetLayout.class);
    }

    private Http asTeacher() {
        return http().as(school.token(school.teacher()));
    }
}
