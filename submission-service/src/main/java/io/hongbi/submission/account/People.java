package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.security.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Everybody with an account. Called inside a transaction of the tenant; sees its school only. */
@Component
public class People {

    private static final String COLUMNS =
            "id, school_id, sign_in_name, name, student_number, roles";

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;

    People(JdbcClient jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    public Optional<Person> find(PersonId id) {
        return jdbc.sql("select " + COLUMNS + " from people where id = ?")
                .param(id.value())
                .query(People::person)
                .optional();
    }

    /** Numbers that differ in case only are the same. */
    public List<Person> withStudentNumbers(SchoolId school, Collection<String> numbers) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from people where school_id = ? and lower(student_number) = any (?)")
                .param(school.value())
                .param(numbers.stream().map(n -> n.toLowerCase(Locale.ROOT)).toArray(String[]::new))
                .query(People::person)
                .list();
    }

    /** Those of the names that somebody signs in with. */
    public Set<String> takenSignInNames(Collection<String> names) {
        return Set.copyOf(
                jdbc.sql("select sign_in_name from people where sign_in_name = any (?)")
                        .param(names.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** Adds somebody who cannot sign in yet; adding the same id again changes nothing. */
    public void add(Person person) {
        jdbc.sql(
                        """
                        insert into people (id, school_id, sign_in_name, name, student_number, roles)
                        values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(person.id().value(), person.school().value())
                .params(person.signInName(), person.name())
                .param(person.studentNumber())
                .param(person.roles().stream().map(Role::claim).toArray(String[]::new))
                .update();
    }

    public void rename(PersonId id, String name) {
        jdbc.sql(
                        "update people set name = ?, version = version + 1, updated_at = now() where id = ?")
                .params(name, id.value())
                .update();
    }

    /**
     * Gives a password to somebody who has none.
     *
     * @return whether there was none
     */
    public boolean setFirstPassword(PersonId id, String password) {
        return jdbc.sql(
                                """
                                update people set password_hash = ?, version = version + 1,
                                    updated_at = now()
                                where id = ? and password_hash is null
                                """)
                        .params(passwords.encode(password), id.value())
                        .update()
                == 1;
    }

    /**
     * From now on the person signs in with that password; who is signed in has to do it again.
     *
     * @param password at most 72 bytes of UTF-8: bcrypt reads no further
     */
    public void setPassword(PersonId id, String password) {
        jdbc.sql(
"""
update people set password_hash = ?, version = version + 1, updated_at = now() where id = ?
""")
                .params(passwords.encode(password), id.value())
                .update();
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(id.toString())
                .update();
    }

    /**
     * What somebody types at sign-in.
     *
     * @param login the student number, or the login of a teacher
     */
    public static String signInName(String login, String schoolCode) {
        return login.toLowerCase(Locale.ROOT) + "@" + schoolCode;
    }

    /** Whether the person is a teacher, and nothing else and no program. */
    public boolean isTeacher(PersonId id) {
        return jdbc.sql(
                        """
                        select exists (select from people p
                            where p.id = ? and p.roles = array['teacher'] and not exists
                                (select from integrations i where i.person_id = p.id))
                        """)
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the person can sign in with a password. */
    public boolean hasPassword(PersonId id) {
        return jdbc.sql(
                        """
                        select exists (select from people
                            where id = ? and password_hash is not null)
                        """)
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    static Person person(ResultSet row, int index) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                new SchoolId(row.getObject("school_id", UUID.class)),
                row.getString("sign_in_name"),
                row.getString("name"),
                row.getString("student_number"),
                Arrays.stream(strings(row.getArray("roles")))
                        .map(Role::ofClaim)
                        .collect(Collectors.toSet()));
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
