package io.hongbi.submission.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.Http;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The accounts that an admin keeps. */
class PeopleIT extends SubmissionIT {

    private static final String PATH = "/api/v1/people";
    private static final String TEACHER =
            "{\"role\": \"teacher\", \"name\": \"王老师\", \"login\": \"Wang.W\"}";
    private static final String STUDENT =
            "{\"role\": \"student\", \"name\": \"小新\", \"studentNumber\": \"A7\"}";

    @Autowired private Integrations integrations;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void makesATeacherWhoSignsInOnceThereIsAPassword() {
        var made = admin().post(PATH, TEACHER);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        var location = String.valueOf(made.header("Location"));
        var shown = admin().get(location).json();
        assertThat(shown).isEqualTo(made.json());
        assertThat(shown.get("signInName").asString()).isEqualTo("wang.w@" + school.code());
        assertThat(shown.get("studentNumber").isNull()).isTrue();
        assertThat(shown.get("hasPassword").asBoolean()).isFalse();
        assertThat(admin().put(location + "/password", "{\"password\": \"long enough\"}").status())
                .isEqualTo(204);
        assertThat(admin().get(location).json().get("hasPassword").asBoolean()).isTrue();
        assertThat(admin().get(location).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void makesAStudentWhomARosterKnows() {
        var made = admin().post(PATH, STUDENT);

        assertThat(made.json().get("signInName").asString()).isEqualTo("a7@" + school.code());
        var again = admin().post(PATH, STUDENT.replace("A7", "a7"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asString()).isEqualTo("account-taken");
        var sameLogin = TEACHER.replace("Wang.W", "A7");
        assertThat(admin().post(PATH, sameLogin).status()).isEqualTo(409);
    }

    @Test
    void givesARetryTheFirstAnswer() {
        var first = admin().header("Idempotency-Key", "k").post(PATH, TEACHER);
        var again = admin().header("Idempotency-Key", "k").post(PATH, TEACHER);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void namesTheFieldsToPutRight() {
        assertThat(pointers("{}")).contains("/role", "/name");
        assertThat(pointers(TEACHER.replace("Wang.W", "a b"))).containsExactly("/login");
        assertThat(pointers(TEACHER.replace("login", "studentNumber")))
                .containsExactly("/studentNumber");
        assertThat(pointers("{\"role\": \"teacher\", \"name\": \"x\"}")).containsExactly("/login");
        assertThat(pointers("{\"role\": \"student\", \"name\": \"x\"}"))
                .containsExactly("/studentNumber");
        assertThat(pointers("{\"role\": \"admin\", \"name\": \"x\", \"login\": \"x\"}"))
                .containsExactly("/role");
        assertThat(pointers(TEACHER.replace("王老师", "a\\u0000"))).containsExactly("/name");
    }

    @Test
    void listsThePeopleOfTheSchoolByRoleAndInParts() {
        tenant.in(
                school.id(),
                () -> integrations.register(school.id(), "Sync", Set.of(Role.TEACHER)));

        var teachers = admin().get(PATH + "?role=teacher").json();
        assertThat(teachers.get("items").findValuesAsString("id"))
                .containsExactlyInAnyOrder(
                        school.teacher().toString(), school.otherTeacher().toString());
        var first = admin().get(PATH + "?limit=4");
        assertThat(first.json().get("items")).hasSize(4);
        assertThat(String.valueOf(first.header("Link"))).contains("rel=\"next\"");
        var rest = admin().get(PATH + "?cursor=" + first.json().get("nextCursor").asString());
        assertThat(rest.json().get("items")).hasSize(2); // ops belongs to no school's list
        assertThat(admin().get(PATH + "?role=ops").status()).isEqualTo(400);
    }

    @Test
    void renamesUnlessTheNameSeenIsStale() {
        var path = PATH + "/" + school.student();

        var renamed = admin().header("If-Match", "\"1\"").patch(path, "{\"name\": \"新名\"}");
        var stale = admin().header("If-Match", "\"1\"").patch(path, "{\"name\": \"x\"}");

        assertThat(renamed.json().get("name").asString()).isEqualTo("新名");
        assertThat(renamed.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(admin().patch(path, "{\"name\": \" \"}").status()).isEqualTo(400);
    }

    @Test
    void isForAdminsOfTheSchoolAlone() {
        var path = PATH + "/" + school.student();
        for (var person : new PersonId[] {school.teacher(), school.student(), school.ops()}) {
            var token = school.token(person);
            assertThat(http().as(token).get(PATH).status()).isEqualTo(403);
            assertThat(http().as(token).post(PATH, "no json").status()).isEqualTo(403);
            assertThat(http().as(token).get(path).status()).isEqualTo(403);
            assertThat(http().as(token).patch(path, "no json").status()).isEqualTo(403);
        }
        var other = newSchool();
        var stranger = other.token(other.admin());
        assertThat(http().as(stranger).get(path).status()).isEqualTo(404);
        assertThat(http().as(stranger).patch(path, "{\"name\": \"x\"}").status()).isEqualTo(404);
        assertThat(http().as(stranger).get(PATH).body()).doesNotContain(school.code());
        assertThat(admin().get(PATH + "/" + school.ops()).status()).isEqualTo(404);
    }

    private List<String> pointers(String body) {
        var refused = admin().post(PATH, body);
        assertThat(refused.status()).isEqualTo(400);
        return refused.json().get("errors").findValuesAsString("pointer");
    }

    private Http admin() {
        return http().as(school.token(school.admin()));
    }
}
