package io.hongbi.submission;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.submission.account.AccessTokens;
import io.hongbi.submission.tenant.Tenant;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A school with a class, its teacher, two students of it, one of no class, an admin, somebody of
 * ops, and an assignment that is open.
 */
public record TestSchool(
        AccessTokens tokens,
        SchoolId id,
        String code,
        PersonId teacher,
        PersonId otherTeacher,
        PersonId student,
        PersonId student2,
        PersonId outsider,
        PersonId admin,
        PersonId ops,
        SchoolClassId schoolClass,
        AssignmentId assignment) {

    static TestSchool in(Tenant tenant, JdbcClient jdbc, AccessTokens tokens) {
        var id = SchoolId.next();
        var school =
                new TestSchool(
                        tokens,
                        id,
                        "s" + id.toString().substring(9, 23),
                        PersonId.next(),
                        PersonId.next(),
                        PersonId.next(),
                        PersonId.next(),
                        PersonId.next(),
                        PersonId.next(),
                        PersonId.next(),
                        SchoolClassId.next(),
                        AssignmentId.next());
        tenant.inSystem(() -> school.insert(jdbc));
        return school;
    }

    /** An access token of one of its people. */
    public String token(PersonId person) {
        return tokens.mint(person, Duration.ofMinutes(10));
    }

    public String assignmentPath() {
        return "/api/v1/assignments/" + assignment;
    }

    public String classPath() {
        return "/api/v1/classes/" + schoolClass;
    }

    private void insert(JdbcClient jdbc) {
        jdbc.sql("insert into schools (id, code, name) values (?, ?, 'Test')")
                .params(id.value(), code)
                .update();
        person(jdbc, teacher, "teacher", null);
        person(jdbc, otherTeacher, "teacher", null);
        person(jdbc, student, "student", "1001");
        person(jdbc, student2, "student", "1002");
        person(jdbc, outsider, "student", "1003");
        person(jdbc, admin, "admin", null);
        person(jdbc, ops, "ops", null);
        jdbc.sql("insert into classes (id, school_id, name) values (?, ?, '3A')")
                .params(schoolClass.value(), id.value())
                .update();
        member(jdbc, "class_teachers", teacher);
        member(jdbc, "enrolments", student);
        member(jdbc, "enrolments", student2);
        jdbc.sql(
                        """
                        insert into assignments (id, school_id, class_id, title, kind, opens_at,
                            release, show_answers, created_by)
                        values (?, ?, ?, 'Notes', 'notes', now() - interval '1 hour', 'automatic',
                            'with-marks', ?)
                        """)
                .params(assignment.value(), id.value(), schoolClass.value(), teacher.value())
                .update();
    }

    private void person(JdbcClient jdbc, PersonId person, String role, @Nullable String number) {
        jdbc.sql(
                        """
                        insert into people (id, school_id, sign_in_name, name, student_number, roles)
                        values (?, ?, ?, ?, ?, array[?])
                        """)
                .params(person.value(), id.value(), person + "@" + code, "Name of " + role)
                .param(number)
                .param(role)
                .update();
    }

    private void member(JdbcClient jdbc, String table, PersonId person) {
        jdbc.sql("insert into " + table + " (class_id, person_id, school_id) values (?, ?, ?)")
                .params(schoolClass.value(), person.value(), id.value())
                .update();
    }
}
