package io.hongbi.submission.school;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** What a teacher may do to accounts, and what an account may be called. */
class StudentAccountsIT extends SubmissionIT {

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void letsATeacherGiveTheFirstPasswordAndOnlyAnAdminAnother() {
        assertThat(password(school.teacher(), school.student()).status()).isEqualTo(204);

        var again = password(school.teacher(), school.student());

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asString()).isEqualTo("has-password");
        assertThat(password(school.admin(), school.student()).status()).isEqualTo(204);
    }

    @Test
    void letsNoTeacherRenameAStudentOfSomebodyElsesClass() {
        var wrong = roster(school.teacher(), "1003,Somebody Else\n").json();

        assertThat(wrong.get("changed")).isEmpty();
        assertThat(wrong.get("wrong").findValuesAsString("reason")).containsExactly("taken");
        assertThat(wrong.toString()).doesNotContain("Name of student");
        assertThat(password(school.teacher(), school.outsider()).status()).isEqualTo(404);
        var byAdmin = roster(school.admin(), "1003,Somebody Else\n").json();
        assertThat(byAdmin.get("changed").findValuesAsString("studentNumber"))
                .containsExactly("1003");
    }

    @Test
    void givesATeacherWhoEnrolsByNumberAndNameNoRightOverTheAccount() {
        var mine = ownClassOf(school.otherTeacher());

        var enrolled = roster(mine, school.otherTeacher(), "1003,Name of student\n").json();
        var renaming = roster(mine, school.otherTeacher(), "1003,Somebody Else\n").json();

        assertThat(enrolled.get("added").findValuesAsString("studentNumber"))
                .containsExactly("1003");
        assertThat(renaming.get("changed")).isEmpty();
        assertThat(renaming.get("wrong").findValuesAsString("reason")).containsExactly("taken");
        assertThat(password(school.otherTeacher(), school.outsider()).status()).isEqualTo(404);
        roster(mine, school.admin(), "1003,Name of student\n"); // now the school stands for it
        assertThat(password(school.otherTeacher(), school.outsider()).status()).isEqualTo(204);
    }

    @Test
    void letsNobodyButAnAdminRenameAStudentWhomAClassOfSomebodyElseHasToo() {
        roster(school.teacher(), "3001,An\n");
        roster(ownClassOf(school.otherTeacher()), school.otherTeacher(), "3001,An\n");

        assertThat(roster(school.teacher(), "3001,Bo\n").json().get("changed")).isEmpty();
        assertThat(roster(school.admin(), "3001,Bo\n").json().get("changed")).hasSize(1);
    }

    @Test
    void takesNumbersThatDifferInCaseOnlyForTheSame() {
        var first = roster(school.teacher(), "A1,An\na1,Bo\n").json();
        var second = roster(school.teacher(), "a1,An\n");

        assertThat(first.get("added").findValuesAsString("studentNumber")).containsExactly("A1");
        assertThat(first.get("wrong").findValuesAsString("reason")).containsExactly("repeated");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("unchanged").asInt()).isEqualTo(1);
    }

    @Test
    void leavesOutANumberWhoseSignInNameAnotherAccountHas() {
        tenant.in(school.id(), () -> add("t1@" + school.code(), null));

        var report = roster(school.admin(), "T1,An\n");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().get("wrong").findValuesAsString("reason"))
                .containsExactly("taken");
    }

    /** With row-level security PostgreSQL hides the value by itself; here only the setting does. */
    @Test
    void neverTellsTheValueThatBrokeAConstraint() {
        var key = "private-" + school.id();
        Runnable twice =
                () -> {
                    insertKey(key);
                    insertKey(key);
                };

        assertThatThrownBy(() -> tenant.inSystem(twice)) // and nothing of it is kept
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("unique constraint")
                .hasMessageNotContaining(key)
                .rootCause()
                .hasMessageNotContaining(key);
    }

    @Test
    void refusesControlCharactersInAName() {
        for (var name : new String[] {"3\\u0000A", "3\\u0007A", "3\\u0085A"}) {
            var refused =
                    http().as(school.token(school.teacher()))
                            .post("/api/v1/classes", "{\"name\": \"" + name + "\"}");

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                    .containsExactly("/name");
        }
        var refused =
                http().as(school.token(school.teacher()))
                        .header("Accept-Language", "en")
                        .post(
                                school.classPath() + "/assignments",
                                "{\"title\": \"a\\u0000b\", \"kind\": \"notes\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .containsExactly("/title");
        assertThat(refused.body()).contains("control characters");
    }

    @Test
    void refusesACursorThatNobodyGave() {
        var nul =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(("\0\u001f" + school.student()).getBytes(UTF_8));

        assertThat(
                        http().as(school.token(school.teacher()))
                                .get(school.classPath() + "/students?cursor=" + nul)
                                .status())
                .isEqualTo(400);
    }

    private void insertKey(String id) {
        jdbc.sql("insert into signing_keys (id, jwk, created_at) values (?, '{}', '2000-01-01')")
                .param(id)
                .update();
    }

    private void add(String signInName, @Nullable String number) {
        jdbc.sql(
                        """
                        insert into people (id, school_id, sign_in_name, name, student_number, roles)
                        values (?, ?, ?, 'An', ?, array['student'])
                        """)
                .params(PersonId.next().value(), school.id().value(), signInName)
                .param(number)
                .update();
    }

    private Reply password(PersonId by, PersonId of) {
        return http().as(school.token(by))
                .put("/api/v1/people/" + of + "/password", "{\"password\": \"long enough\"}");
    }

    private Reply roster(PersonId by, String csv) {
        return roster(school.classPath(), by, csv);
    }

    private Reply roster(String classPath, PersonId by, String csv) {
        return http().as(school.token(by))
                .post(classPath + "/roster", "text/csv", csv.getBytes(UTF_8));
    }

    private String ownClassOf(PersonId teacher) {
        var made = http().as(school.token(teacher)).post("/api/v1/classes", "{\"name\": \"4B\"}");
        return String.valueOf(made.header("Location"));
    }
}
