package io.hongbi.submission.demo;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.submission.account.People;
import io.hongbi.submission.tenant.Tenant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the demo school into the database: a class with its teacher and five students, an admin,
 * ops, an assignment of notes and one of sums that stay open, and a teacher of another school.
 * Again and again is fine: what is there stays, what was deleted comes back.
 */
class DemoSchool {

    static final SchoolId SCHOOL = SchoolId.of("019a0000-0000-7000-8000-000000000001");
    static final SchoolId OTHER_SCHOOL = SchoolId.of("019a0000-0000-7000-8000-000000000002");
    static final SchoolClassId CLASS = SchoolClassId.of("019a0000-0000-7000-8000-000000000201");
    static final AssignmentId NOTES = AssignmentId.of("019a0000-0000-7000-8000-000000000301");
    static final AssignmentId SUMS = AssignmentId.of("019a0000-0000-7000-8000-000000000302");

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final People people;

    DemoSchool(Tenant tenant, JdbcClient jdbc, People people) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.people = people;
    }

    void seed() {
        tenant.inSystem(() -> {
            school(SCHOOL, "demo", "红笔演示学校");
            school(OTHER_SCHOOL, "demo-other", "另一所演示学校");
            for (var person : DemoPerson.values()) {
                people.add(person.person());
                if (!people.hasPassword(person.id())) {
                    people.setPassword(person.id(), DemoPerson.PASSWORD);
                }
            }
            schoolClass();
            assignment(NOTES, "课堂笔记", AssignmentKind.NOTES);
            assignment(SUMS, "口算", AssignmentKind.ARITHMETIC);
        });
    }

    private void school(SchoolId id, String code, String name) {
        jdbc.sql(
                        """
                        insert into schools (id, code, name) values (?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .params(id.value(), code, name)
                .update();
    }

    private void schoolClass() {
        jdbc.sql(
                        """
                        insert into classes (id, school_id, name) values (?, ?, '三年级一班')
                        on conflict (id) do nothing
                        """)
                .params(CLASS.value(), SCHOOL.value())
                .update();
        for (var person : DemoPerson.values()) {
            if (person == DemoPerson.TEACHER) {
                member("class_teachers", person);
            } else if (person.isStudent()) {
                member("enrolments", person);
            }
        }
    }

    private void member(String table, DemoPerson person) {
        jdbc.sql(
                        "insert into "
                                + table
                                + " (class_id, person_id, school_id) values (?, ?, ?)"
                                + " on conflict do nothing")
                .params(CLASS.value(), person.id().value(), SCHOOL.value())
                .update();
    }

    private void assignment(AssignmentId id, String title, AssignmentKind kind) {
        jdbc.sql(
                        """
                        insert into assignments as a (id, school_id, class_id, title, kind,
                            opens_at, release, show_answers, created_by)
                        values (?, ?, ?, ?, ?, now(), 'automatic', 'with-marks', ?)
                        on conflict (id) do update
                        set deleted_at = null, closes_at = null, version = a.version + 1
                        where a.deleted_at is not null or a.closes_at < now()
                        """)
                .params(
                        id.value(),
                        SCHOOL.value(),
                        CLASS.value(),
                        title,
                        kind.name().toLowerCase(Locale.ROOT),
                        DemoPerson.TEACHER.id().value())
                .update();
    }
}
