package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.storage.ObjectKey;
import org.junit.jupiter.api.Test;

/** Who sees what of a submission. */
class SubmissionViewIT extends ReadingFixture {

    @Test
    void neverSendsAClientBackToAddressesThatHaveEnded() {
        var path = "/api/v1/submissions/" + submission.get("id").asString();
        var again =
                http().as(school.token(school.student()))
                        .header("If-None-Match", "\"1\", \"2\", \"3\"")
                        .get(path);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).matches("\"[0-9]+\"");
        assertThat(again.header("Cache-Control")).contains("no-store");
    }

    @Test
    void showsASubmissionOnlyToWhomItConcerns() {
        var other = newSchool();

        assertThat(http().get(path()).status()).isEqualTo(401);
        assertThat(status(school.token(school.student()), path())).isEqualTo(200);
        assertThat(status(school.token(school.teacher()), path())).isEqualTo(200);
        assertThat(status(school.token(school.admin()), path())).isEqualTo(200);
        assertThat(status(school.token(school.student2()), path())).isEqualTo(404);
        assertThat(status(school.token(school.otherTeacher()), path())).isEqualTo(404);
        assertThat(status(other.token(other.teacher()), path())).isEqualTo(404);
        assertThat(status(other.token(other.admin()), path())).isEqualTo(404);
        assertThat(status(school.token(school.ops()), path())).isEqualTo(403);
        assertThat(status(school.token(school.ops()), path() + "/events")).isEqualTo(403);
        assertThat(status(school.token(school.ops()), path() + "/pages/1/annotated"))
                .isEqualTo(403);
        for (var stranger :
                new String[] {
                    school.token(school.student2()),
                    school.token(school.otherTeacher()),
                    other.token(other.teacher())
                }) {
            assertThat(status(stranger, path() + "/pages/1/annotated")).isEqualTo(404);
        }
        assertThat(status(school.token(school.student()), "/api/v1/submissions/x")).isEqualTo(404);
    }

    @Test
    void listsLatestAttemptsAndWhoIsMissing() {
        var second = accepted(handIn(school, school.student(), PHOTO));
        var list = school.assignmentPath() + "/submissions";
        var teacher = school.token(school.teacher());

        var items = http().as(teacher).get(list).json().get("items");
        var missing = http().as(teacher).get(list + "?missing=true").json().get("items");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("id")).isEqualTo(second.get("id"));
        assertThat(items.get(0).get("attempt").asInt()).isEqualTo(2);
        assertThat(items.get(0).get("score").isNull()).isTrue();
        assertThat(missing).hasSize(1);
        assertThat(missing.get(0).get("studentId").asString())
                .isEqualTo(school.student2().toString());
        assertThat(status(school.token(school.student()), list)).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), list)).isEqualTo(404);

        accepted(handIn(school, school.student2(), PHOTO));
        var first = http().as(teacher).get(list + "?limit=1");
        var cursor = first.json().get("nextCursor").asString();
        var rest = http().as(teacher).get(list + "?limit=1&cursor=" + cursor).json();
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("items").get(0)).isNotEqualTo(first.json().get("items").get(0));
        assertThat(rest.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void givesThePreviewOnceThereIsOne() {
        var path = path() + "/pages/1/annotated";
        assertThat(status(school.token(school.student()), path)).isEqualTo(404);
        var read = read(0, "r1", OK);
        store.put(preview(read), PHOTO, "image/jpeg");
        readings.add(read);

        var reply = http().as(school.token(school.student())).get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
    }

    private static ObjectKey preview(PageRead event) {
        var preview = event.preview();
        assertThat(preview).isNotNull();
        return preview == null ? new ObjectKey("none") : preview;
    }
}
