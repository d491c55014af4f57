package io.hongbi.submission.school;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassTeachersIT extends SubmissionIT {

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void letsAnAdminAttachAndDetachTeachers() {
        assertThat(attach(school.otherTeacher())).isEqualTo(204);
        assertThat(attach(school.otherTeacher())).isEqualTo(204);

        assertThat(teachers(school.otherTeacher()))
                .containsExactlyInAnyOrder(
                        school.teacher().toString(), school.otherTeacher().toString());
        assertThat(detach(school.teacher())).isEqualTo(204);
        assertThat(detach(school.teacher())).isEqualTo(404);
        assertThat(http().as(school.token(school.teacher())).get(school.classPath()).status())
                .isEqualTo(404);
    }

    @Test
    void attachesTeachersOfTheSchoolOnly() {
        for (var person :
                new PersonId[] {
                    school.student(), school.admin(), newSchool().teacher(), PersonId.next()
                }) {
            assertThat(attach(person)).isEqualTo(404);
        }
        assertThat(teachers(school.teacher())).containsExactly(school.teacher().toString());
    }

    @Test
    void isTheAdminsToDo() {
        var path = school.classPath() + "/teachers/" + school.otherTeacher();
        for (var person : new PersonId[] {school.teacher(), school.student(), school.ops()}) {
            assertThat(http().as(school.token(person)).put(path, "{}").status()).isEqualTo(403);
            assertThat(http().as(school.token(person)).delete(path).status()).isEqualTo(403);
        }
        var other = newSchool();
        assertThat(http().as(other.token(other.admin())).put(path, "{}").status()).isEqualTo(404);
        var list = school.classPath() + "/teachers";
        assertThat(http().as(school.token(school.otherTeacher())).get(list).status())
                .isEqualTo(404);
        assertThat(http().as(school.token(school.student())).get(list).status()).isEqualTo(403);
    }

    private int attach(PersonId teacher) {
        return http().as(school.token(school.admin()))
                .put(school.classPath() + "/teachers/" + teacher, "")
                .status();
    }

    private int detach(PersonId teacher) {
        return http().as(school.token(school.admin()))
                .delete(school.classPath() + "/teachers/" + teacher)
                .status();
    }

    private List<String> teachers(PersonId seenBy) {
        return http().as(school.token(seenBy))
                .get(school.classPath() + "/teachers")
                .json()
                .get("items")
                .findValuesAsString("id");
    }
}
