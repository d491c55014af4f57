package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The classes in PostgreSQL. */
@Component
class JdbcClasses implements Classes {

    private static final String COLUMNS = "id, name, version, created_at, updated_at";

    /** Admins see every class of their school, everybody else the own ones. */
    private static final String SEEN =
            """
            (:all or exists (select from class_teachers t where t.class_id = c.id and t.person_id = :person)
                  or exists (select from enrolments e where e.class_id = c.id and e.person_id = :person))
            """;

    private final JdbcClient jdbc;

    JdbcClasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isEnrolled(SchoolClassId schoolClass, PersonId person) {
        return jdbc.sql(
                        "select exists (select from enrolments where class_id = ? and person_id = ?)")
                .params(schoolClass.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean teaches(SchoolClassId schoolClass, PersonId person) {
        return jdbc.sql(
                        """
                        select exists (select from class_teachers where class_id = ? and person_id = ?)
                        """)
                .params(schoolClass.value(), person.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isVisibleTo(Caller caller, SchoolClassId schoolClass) {
        return find(caller, schoolClass).isPresent();
    }

    @Override
    public boolean isLedBy(Caller caller, SchoolClassId schoolClass) {
        return caller.is(Role.ADMIN)
                ? isVisibleTo(caller, schoolClass)
                : teaches(schoolClass, caller.id());
    }

    @Override
    public List<Student> students(SchoolClassId schoolClass) {
        return students(schoolClass, null, Integer.MAX_VALUE);
    }

    /**
     * @param after number and id of the last student shown; null starts at the beginning
     */
    List<Student> students(SchoolClassId schoolClass, @Nullable Cursor after, int limit) {
        return jdbc.sql(
                        """
                        select p.id, p.student_number, p.name
                        from enrolments e join people p on p.id = e.person_id
                        where e.class_id = :class
                          and (:start or (coalesce(p.student_number, ''), p.id) > (:number, :id))
                        order by coalesce(p.student_number, ''), p.id limit :limit
                        """)
                .param("class", schoolClass.value())
                .param("start", after == null)
                .param("number", after == null ? "" : after.text(0))
                .param("id", after == null ? new UUID(0, 0) : after.uuid(1))
                .param("limit", limit)
                .query(JdbcClasses::student)
                .list();
    }

    Optional<SchoolClass> find(Caller caller, SchoolClassId id) {
        return jdbc.sql("select " + COLUMNS + " from classes c where c.id = :id and " + SEEN)
                .param("id", id.value())
                .param("all", caller.is(Role.ADMIN))
                .param("person", caller.id().value())
                .query(JdbcClasses::schoolClass)
                .optional();
    }

    /**
     * @param after id of the last class shown; null starts at the beginning
     */
    List<SchoolClass> list(Caller caller, @Nullable Cursor after, int limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from classes c where c.id > :after and "
                                + SEEN
                                + " order by c.id limit :limit")
                .param("after", after == null ? new UUID(0, 0) : after.uuid(0))
                .param("all", caller.is(Role.ADMIN))
                .param("person", caller.id().value())
                .param("limit", limit)
                .query(JdbcClasses::schoolClass)
                .list();
    }

    SchoolClass add(SchoolId school, SchoolClassId id, String name) {
        return jdbc.sql(
                        "insert into classes (id, school_id, name) values (?, ?, ?) returning "
                                + COLUMNS)
                .params(id.value(), school.value(), name)
                .query(JdbcClasses::schoolClass)
                .single();
    }

    /** Empty where the class has another version by now. */
    Optional<SchoolClass> rename(SchoolClassId id, long version, String name) {
        return jdbc.sql(
                        "update classes set name = ?, version = version + 1, updated_at = now()"
                                + " where id = ? and version = ? returning "
                                + COLUMNS)
                .params(name, id.value(), version)
                .query(JdbcClasses::schoolClass)
                .optional();
    }

    private static Student student(ResultSet row, int index) throws SQLException {
        return new Student(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("student_number"),
                row.getString("name"));
    }

    private static SchoolClass schoolClass(ResultSet row, int index) throws SQLException {
        return new SchoolClass(
                new SchoolClassId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
