package io.hongbi.submission.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentsIT extends SubmissionIT {

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void isSetByATeacherWithDefaults() {
        var set = set("{\"title\": \" Notes of lesson 3 \", \"kind\": \"notes\"}");

        assertThat(set.status()).isEqualTo(201);
        assertThat(set.header("ETag")).isEqualTo("\"1\"");
        var id = set.json().get("id").asString();
        assertThat(set.header("Location")).isEqualTo("/api/v1/assignments/" + id);
        var shown = http().as(school.token(school.student())).get("/api/v1/assignments/" + id);
        assertThat(shown.json()).isEqualTo(set.json());
        assertThat(shown.json().get("title").asString()).isEqualTo("Notes of lesson 3");
        assertThat(shown.json().get("release").asString()).isEqualTo("automatic");
        assertThat(shown.json().get("showAnswers").asString()).isEqualTo("with-marks");
        assertThat(shown.json().get("opensAt").asString()).endsWith("Z");
        assertThat(shown.json().get("dueAt").isNull()).isTrue();
        assertThat(shown.json().get("worksheetId").isNull()).isTrue();
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        var refused =
                set(
                        """
                        {"title": "x", "kind": "notes", "opensAt": "2026-11-02T08:00:00Z",
                         "dueAt": "2026-11-01T08:00:00Z", "closesAt": "2026-10-01T08:00:00Z"}
                        """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("code").asString()).isEqualTo("invalid");
        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .containsExactly("/dueAt", "/closesAt");
        assertThat(set("{\"kind\": \"notes\"}").json().get("errors").findValuesAsString("pointer"))
                .containsExactly("/title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "opensAt;  '+999999999-01-01T00:00:00Z'",
                "opensAt;  '-5000-01-01T00:00:00Z'",
                "dueAt;    '+300000-01-01T00:00:00Z'",
                "dueAt;    2200-01-01T00:00:00Z",
                "opensAt;  1999-12-31T00:00:00Z",
                "opensAt;  1795179308",
                "opensAt;  1e300",
                "opensAt;  yesterday",
                "title;    5",
                "title;    [\"a\"]",
                "kind;     zzz",
                "kind;     0",
                "release;  maybe",
                "equalForms; [\"a\"]",
            })
    void pointsAtWhatCannotBeRead(String field, String value) {
        var json = value.matches("[\\[\\d][^-]*") ? value : "\"" + value + "\"";
        var valid = "\"title\": \"x\", \"kind\": \"notes\"";
        var set = set("{" + valid + ", \"" + field + "\": " + json + "}");
        var changed =
                http().as(school.token(school.teacher()))
                        .patch(school.assignmentPath(), "{\"" + field + "\": " + json + "}");

        for (var refused : new Reply[] {set, changed}) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("code").asString()).isEqualTo("invalid");
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/" + field);
        }
    }

    @Test
    void takesTimesOfAnyOffset() {
        var set =
                set(
                        "{\"title\": \"x\", \"kind\": \"notes\", \"dueAt\": \"2199-06-01T08:00:00+08:00\"}");

        assertThat(set.json().get("dueAt").asString()).isEqualTo("2199-06-01T00:00:00Z");
    }

    @Test
    void saysInPlainWordsWhatIsMissing() {
        assertThat(set("{\"title\": \"x\"}").json().at("/errors/0/detail").asString())
                .isEqualTo("必须填写");
        var english =
                http().as(school.token(school.teacher()))
                        .header("Accept-Language", "en")
                        .post(school.classPath() + "/assignments", "{\"title\": \"x\"}");
        assertThat(english.json().at("/errors/0/detail").asString()).isEqualTo("must be given");
    }

    @Test
    void saysInPlainWordsWhatAPasswordHas() {
        var path = "/api/v1/people/" + school.student() + "/password";
        for (var password : new String[] {"short", "密码密码密码密码密码"}) {
            var refused =
                    http().as(school.token(school.teacher()))
                            .put(path, "{\"password\": \"" + password + "\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/detail").asString())
                    .isEqualTo("密码要有 8 到 72 个英文字母、数字或符号");
        }
    }

    @Test
    void staysWhileItHasSubmissions() {
        tenant.in(
                school.id(),
                () -> {
                    jdbc.sql(
                                    """
                                    insert into submissions (id, school_id, assignment_id, student_id,
                                        handed_in_by, attempt, receipt, received_at, state)
                                    values (:id, :school, :assignment, :student, :student, 1, :receipt,
                                        now(), 'received')
                                    """)
                            .param("id", UUID.randomUUID())
                            .param("school", school.id().value())
                            .param("assignment", school.assignment().value())
                            .param("student", school.student().value())
                            .param("receipt", UUID.randomUUID().toString())
                            .update();
                });
        var teacher = school.token(school.teacher());

        var refused = http().as(teacher).delete(school.assignmentPath());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("assignment-in-use");
        assertThat(http().as(teacher).get(school.assignmentPath()).status()).isEqualTo(200);
    }

    @Test
    void refusesTheWrongRoleBeforeLookingAtTheBody() {
        var refused =
                http().as(school.token(school.student()))
                        .post(school.classPath() + "/assignments", "{not json");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asString()).isEqualTo("forbidden");
        assertThat(http().post(school.classPath() + "/assignments", "{not json").status())
                .isEqualTo(401);
    }

    @Test
    void isNotThereForAnybodyElse() {
        var stranger = newSchool();
        for (var token :
                new String[] {
                    stranger.token(stranger.teacher()),
                    stranger.token(stranger.admin()),
                    school.token(school.otherTeacher()),
                    school.token(school.outsider())
                }) {
            assertThat(http().as(token).get(school.assignmentPath()).status()).isEqualTo(404);
            assertThat(http().as(token).get(school.classPath() + "/assignments").status())
                    .isEqualTo(404);
        }
        var teacher = stranger.token(stranger.teacher());
        assertThat(http().as(teacher).patch(school.assignmentPath(), "{}").status()).isEqualTo(404);
        assertThat(http().as(teacher).delete(school.assignmentPath()).status()).isEqualTo(404);
        assertThat(
                        http().as(teacher)
                                .post(
                                        school.classPath() + "/assignments",
                                        "{\"title\": \"x\", \"kind\": \"notes\"}")
                                .status())
                .isEqualTo(404);
        assertThat(http().as(teacher).get("/api/v1/assignments/no-id").status()).isEqualTo(404);
    }

    @Test
    void changesWhatThePatchNamesUnlessItIsStale() {
        var teacher = school.token(school.teacher());
        var changed =
                http().as(teacher)
                        .header("If-Match", "\"1\"")
                        .patch(
                                school.assignmentPath(),
                                "{\"title\": \"New\", \"dueAt\": \"2099-01-01T00:00:00Z\"}");
        var cleared = http().as(teacher).patch(school.assignmentPath(), "{\"dueAt\": null}");
        var stale =
                http().as(teacher)
                        .header("If-Match", "\"1\"")
                        .patch(school.assignmentPath(), "{\"title\": \"Late\"}");
        var fixed = http().as(teacher).patch(school.assignmentPath(), "{\"kind\": \"worksheet\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().get("title").asString()).isEqualTo("New");
        assertThat(changed.json().get("dueAt").asString()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(cleared.json().get("dueAt").isNull()).isTrue();
        assertThat(cleared.json().get("title").asString()).isEqualTo("New");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(fixed.status()).isEqualTo(400);
    }

    @Test
    void isGoneOnceDeleted() {
        var teacher = school.token(school.teacher());

        assertThat(
                        http().as(teacher)
                                .header("If-Match", "\"7\"")
                                .delete(school.assignmentPath())
                                .status())
                .isEqualTo(412);
        assertThat(http().as(teacher).delete(school.assignmentPath()).status()).isEqualTo(204);
        assertThat(http().as(teacher).get(school.assignmentPath()).status()).isEqualTo(404);
        assertThat(http().as(teacher).delete(school.assignmentPath()).status()).isEqualTo(404);
    }

    @Test
    void isListedNewestFirstAPartAtATime() {
        for (var title : new String[] {"b", "c"}) {
            set("{\"title\": \"" + title + "\", \"kind\": \"notes\"}");
        }
        var token = school.token(school.student());

        var first = http().as(token).get(school.classPath() + "/assignments?limit=2");
        var next = String.valueOf(first.header("Link"));
        assertThat(next).startsWith("<" + school.classPath() + "/assignments?limit=2&cursor=");
        var second = http().as(token).get(next.substring(1, next.indexOf('>')));

        assertThat(first.json().get("items").findValuesAsString("title")).containsExactly("c", "b");
        assertThat(second.json().get("items").findValuesAsString("title")).containsExactly("Notes");
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
        assertThat(second.header("Link")).isNull();
    }

    private Reply set(String json) {
        return http().as(school.token(school.teacher()))
                .post(school.classPath() + "/assignments", json);
    }
}
