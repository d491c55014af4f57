package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who teaches and who is enrolled, and what follows from it for accounts. Called inside a
 * transaction of the tenant; sees its school only.
 */
@Component
class ClassMembers {

    /**
     * The student's account is the admin's to care for, and that of teachers in whose classes the
     * school has put the student; not of a teacher who enrolled somebody on the ground of a number
     * and a name.
     */
    private static final String CARED_FOR =
            """
            select exists (select from people p where p.id = :person and p.roles = array['student']
                and (:all or exists (
                    select from enrolments e join class_teachers t using (class_id)
                    where e.person_id = p.id and t.person_id = :caller and e.vouched)))
            """;

    private static final String OF_OTHERS_TOO =
            """
            select exists (select from enrolments e where e.person_id = :person and not exists (
                select from class_teachers t
                where t.class_id = e.class_id and t.person_id = :caller))
            """;

    private final JdbcClient jdbc;

    ClassMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A teacher of a class. */
    record Teacher(PersonId id, String name) {}

    /** Whether the person is a student, and nothing else, whose account the caller cares for. */
    boolean isCaredForBy(Caller caller, PersonId person) {
        return jdbc.sql(CARED_FOR)
                .param("person", person.value())
                .param("all", caller.is(Role.ADMIN))
                .param("caller", caller.id().value())
                .query(Boolean.class)
                .single();
    }

    /** Beyond that, a teacher renames nobody whom a class of somebody else knows by that name. */
    boolean mayBeRenamedBy(Caller caller, PersonId person) {
        return isCaredForBy(caller, person)
                && (caller.is(Role.ADMIN)
                        || !jdbc.sql(OF_OTHERS_TOO)
                                .param("person", person.value())
                                .param("caller", caller.id().value())
                                .query(Boolean.class)
                                .single());
    }

    /**
     * Enrols; again changes nothing, but that the school may stand for it later.
     *
     * @param vouched whether the school stands for it, or the account was made by it
     */
    void enrol(SchoolId school, SchoolClassId schoolClass, PersonId person, boolean vouched) {
        jdbc.sql(
                        """
                        insert into enrolments as e (class_id, person_id, school_id, vouched)
                        values (?, ?, ?, ?) on conflict (class_id, person_id) do update
                        set vouched = true where excluded.vouched and not e.vouched
                        """)
                .params(schoolClass.value(), person.value(), school.value(), vouched)
                .update();
    }

    /**
     * @param after id of the last teacher shown; null starts at the beginning
     */
    List<Teacher> teachers(SchoolClassId schoolClass, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select p.id, p.name from class_teachers t join people p on p.id = t.person_id
                        where t.class_id = ? and p.id > ? order by p.id limit ?
                        """)
                .params(schoolClass.value(), after == null ? new UUID(0, 0) : after, limit)
                .query((row, _) ->
                        new Teacher(
                                new PersonId(row.getObject("id", UUID.class)),
                                row.getString("name")))
                .list();
    }

    /**
     * Attaches a teacher to a class; again changes nothing.
     *
     * @throws TeacherNotFound if the school has no such teacher
     */
    void attach(SchoolId school, SchoolClassId schoolClass, PersonId person) {
        var teachers =
                jdbc.sql(
                                """
                                with teacher as (
                                    select id, school_id from people
                                    where id = ? and school_id = ? and 'teacher' = any (roles)),
                                attached as (
                                    insert into class_teachers (class_id, person_id, school_id)
                                    select ?, id, school_id from teacher on conflict do nothing)
                                select count(*) from teacher
                                """)
                        .params(person.value(), school.value(), schoolClass.value())
                        .query(Long.class)
                        .single();
        if (teachers == 0) {
            throw new TeacherNotFound(person);
        }
    }

    /**
     * @throws TeacherNotFound if the person does not teach there
     */
    void detach(SchoolClassId schoolClass, PersonId person) {
        var detached =
                jdbc.sql("delete from class_teachers where class_id = ? and person_id = ?")
                        .params(schoolClass.value(), person.value())
                        .update();
        if (detached == 0) {
            throw new TeacherNotFound(person);
        }
    }
}
