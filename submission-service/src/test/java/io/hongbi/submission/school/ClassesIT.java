package io.hongbi.submission.school;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassesIT extends SubmissionIT {

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void showsEverybodyTheOwnClassesAndAdminsAll() {
        http().as(school.token(school.otherTeacher()))
                .post("/api/v1/classes", "{\"name\": \"4B\"}");

        assertThat(namesFor(school.token(school.teacher()))).containsExactly("3A");
        assertThat(namesFor(school.token(school.student()))).containsExactly("3A");
        assertThat(namesFor(school.token(school.outsider()))).isEmpty();
        assertThat(namesFor(school.token(school.otherTeacher()))).containsExactly("4B");
        assertThat(namesFor(school.token(school.admin()))).containsExactly("3A", "4B");
        assertThat(http().as(school.token(school.ops())).get("/api/v1/classes").status())
                .isEqualTo(403);
    }

    @Test
    void letsTheTeacherWhoMakesAClassTeachIt() {
        var teacher = school.token(school.otherTeacher());

        var made = http().as(teacher).post("/api/v1/classes", "{\"name\": \"五班\"}");

        assertThat(made.status()).isEqualTo(201);
        var location = String.valueOf(made.header("Location"));
        assertThat(http().as(teacher).get(location).json().get("name").asString()).isEqualTo("五班");
        assertThat(http().as(school.token(school.teacher())).get(location).status()).isEqualTo(404);
        assertThat(
                        http().as(school.token(school.student()))
                                .post("/api/v1/classes", "{\"name\": \"x\"}")
                                .status())
                .isEqualTo(403);
        assertThat(http().as(teacher).post("/api/v1/classes", "{\"name\": \" \"}").status())
                .isEqualTo(400);
    }

    @Test
    void renamesUnlessTheNameSeenIsStale() {
        var teacher = school.token(school.teacher());
        var renamed =
                http().as(teacher)
                        .header("If-Match", "\"1\"")
                        .patch(school.classPath(), "{\"name\": \"3B\"}");
        var stale =
                http().as(teacher)
                        .header("If-Match", "\"1\"")
                        .patch(school.classPath(), "{\"name\": \"3C\"}");

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().get("code").asString()).isEqualTo("stale");
    }

    @Test
    void listsStudentsByNumberForTeachersOnly() {
        var path = school.classPath() + "/students";
        var first = http().as(school.token(school.teacher())).get(path + "?limit=1");
        var second =
                http().as(school.token(school.teacher()))
                        .get(path + "?limit=1&cursor=" + first.json().get("nextCursor").asString());

        assertThat(first.json().get("items").findValuesAsString("studentNumber"))
                .containsExactly("1001");
        assertThat(second.json().get("items").findValuesAsString("studentNumber"))
                .containsExactly("1002");
        assertThat(http().as(school.token(school.student())).get(path).status()).isEqualTo(403);
        assertThat(http().as(school.token(school.otherTeacher())).get(path).status())
                .isEqualTo(404);
        assertThat(http().as(school.token(school.teacher())).get(path + "?limit=0").status())
                .isEqualTo(400);
        assertThat(http().as(school.token(school.teacher())).get(path + "?cursor=x").status())
                .isEqualTo(400);
    }

    @Test
    void importsARosterAfterADryRunAndTheSameAgainChangesNothing() {
        var csv =
                """
                姓名,学号
                Renamed,1001
                Name of student,1002
                Name of student,1003
                小新,2001
                ,2002
                重复,2001
                科学,2.0E+7
                """
                        .getBytes(Charset.forName("GBK"));

        var dry = roster("?dryRun=true", csv);
        var done = roster("", csv);
        var again = roster("", csv);

        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.json().get("dryRun").asBoolean()).isTrue();
        assertThat(dry.json().get("added").findValuesAsString("studentNumber"))
                .containsExactly("1003", "2001");
        assertThat(done.json().get("added").findValuesAsString("studentNumber"))
                .containsExactly("1003", "2001");
        assertThat(done.json().get("added").get(1).get("name").asString()).isEqualTo("小新");
        assertThat(done.json().get("added").get(1).get("signInName").asString())
                .isEqualTo("2001@" + school.code());
        assertThat(done.json().get("changed").get(0).get("previousName").asString())
                .isEqualTo("Name of student");
        assertThat(done.json().get("unchanged").asInt()).isEqualTo(1);
        assertThat(done.json().get("wrong").findValuesAsString("reason"))
                .containsExactly("no-name", "repeated", "bad-number");
        assertThat(done.json().get("wrong").findValuesAsString("line"))
                .containsExactly("6", "7", "8");
        assertThat(again.json().get("added")).isEmpty();
        assertThat(again.json().get("changed")).isEmpty();
        assertThat(again.json().get("unchanged").asInt()).isEqualTo(4);
        assertThat(students()).containsExactly("1001", "1002", "1003", "2001");
    }

    @Test
    void refusesWhatIsNoRoster() {
        var unreadable = roster("", new byte[] {(byte) 0xff, (byte) 0xff, 'a'});
        var tooLarge = roster("", "1,a\n".repeat(300_000).getBytes(UTF_8));
        var json = http().as(school.token(school.teacher())).post(path(), "{}");

        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.json().get("code").asString()).isEqualTo("unreadable-roster");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(json.status()).isEqualTo(415);
        assertThat(
                        http().as(school.token(school.otherTeacher()))
                                .post(path(), "text/csv", "1,a".getBytes(UTF_8))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void givesStudentsOfTheOwnClassesAPassword() {
        var password = "{\"password\": \"long enough\"}";
        var teacher = school.token(school.teacher());
        var student = "/api/v1/people/" + school.student() + "/password";

        assertThat(http().as(teacher).put(student, password).status()).isEqualTo(204);
        assertThat(http().as(teacher).put(student, "{\"password\": \"short\"}").status())
                .isEqualTo(400);
        assertThat(http().as(teacher).put(student, "{}").status()).isEqualTo(400);
        for (var person : new Object[] {school.outsider(), school.admin(), newSchool().student()}) {
            assertThat(
                            http().as(teacher)
                                    .put("/api/v1/people/" + person + "/password", password)
                                    .status())
                    .isEqualTo(404);
        }
        assertThat(
                        http().as(school.token(school.admin()))
                                .put("/api/v1/people/" + school.outsider() + "/password", password)
                                .status())
                .isEqualTo(204);
    }

    private String path() {
        return school.classPath() + "/roster";
    }

    private Reply roster(String query, byte[] csv) {
        return http().as(school.token(school.teacher())).post(path() + query, "text/csv", csv);
    }

    private List<String> students() {
        return http().as(school.token(school.teacher()))
                .get(school.classPath() + "/students")
                .json()
                .get("items")
                .findValuesAsString("studentNumber");
    }

    private List<String> namesFor(String token) {
        return http().as(token)
                .get("/api/v1/classes")
                .json()
                .get("items")
                .findValuesAsString("name");
    }
}
