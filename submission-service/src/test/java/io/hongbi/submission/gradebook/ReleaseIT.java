package io.hongbi.submission.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.reading.WorksheetFixture;
import org.junit.jupiter.api.Test;

/** When students see their marks. */
class ReleaseIT extends WorksheetFixture {

    @Test
    void showsStudentsTheirMarksAndTakesThemBack() {
        handInFor("{}");
        add(certain());

        var released = post("release");

        assertThat(released.status()).as(released.body()).isEqualTo(200);
        assertThat(studentsView().get("state").asString()).isEqualTo("released");
        assertThat(studentsView().get("score").get("value").decimalValue())
                .isEqualByComparingTo("8.5");
        assertThat(post("unrelease").json().get("released").asBoolean()).isFalse();
        assertThat(studentsView().get("state").asString()).isEqualTo("graded");
        assertThat(studentsView().get("marks")).isEmpty();
        assertThat(studentsView().get("score").isNull()).isTrue();
    }

    @Test
    void showsCertainMarksOfAPaperThatStillWaits() {
        handInFor("{}");
        add(doubtful());
        long version = studentsView().get("version").asLong();

        post("release");

        assertThat(studentsView().get("state").asString()).isEqualTo("needs-review");
        assertThat(studentsView().get("marks").get(3).get("expected").asString()).isEqualTo("43");
        assertThat(studentsView().get("marks").get(5).get("expected").isNull()).isTrue();
        assertThat(studentsView().get("version").asLong()).isEqualTo(version + 1);
    }

    @Test
    void isAnActionThatCanBeUndone() {
        handInFor("{}");
        add(certain());
        var action = post("release").json().get("actionId").asString();
        assertThat(post("release").json().get("actionId").isNull()).isTrue();

        var undone = asTeacher().post("/api/v1/actions/" + action + ":undo", "");

        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(studentsView().get("state").asString()).isEqualTo("graded");
        var undoing = undone.json().get("action").get("id").asString();
        asTeacher().post("/api/v1/actions/" + undoing + ":undo", "");
        assertThat(studentsView().get("state").asString()).isEqualTo("released");
    }

    @Test
    void holdsBackWhatWouldBeShownAutomatically() {
        handInFor("{\"release\": \"automatic\"}");
        add(certain());
        assertThat(studentsView().get("marks")).isNotEmpty();

        post("unrelease");

        assertThat(studentsView().get("marks")).isEmpty();
        assertThat(studentsView().get("state").asString()).isEqualTo("graded");
    }

    @Test
    void refusesToReleaseNothing() {
        handInFor("{}");

        var refused = post("release");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("nothing-to-release");
    }

    @Test
    void isForThoseWhoTeachTheClass() {
        handInFor("{}");
        add(certain());
        var path = "/api/v1/assignments/" + assignment + ":release";

        assertThat(http().as(student()).post(path, "").status()).isEqualTo(403);
        assertThat(http().as(school.token(school.otherTeacher())).post(path, "").status())
                .isEqualTo(404);
        assertThat(studentsView().get("marks")).isEmpty();
    }

    private Reply post(String verb) {
        return asTeacher().post("/api/v1/assignments/" + assignment + ":" + verb, "");
    }
}
