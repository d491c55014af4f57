package io.hongbi.submission.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.reading.WorksheetFixture;
import org.junit.jupiter.api.Test;

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
