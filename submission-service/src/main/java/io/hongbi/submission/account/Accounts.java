package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts a school's admin keeps: people, neither programs nor operators. Called inside a
 * transaction of the tenant; sees its school only.
 */
@Component
class Accounts {

    private static final String SELECT =
            """
            select p.*, p.password_hash is not null as has_password from people p
            where p.school_id = :school and not 'ops' = any (p.roles)
              and not exists (select from integrations i where i.person_id = p.id)
            """;

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param hasPassword whether the person can sign in with one
     * @param version counts the changes, from 1
     */
    record Account(
            Person person,
            boolean hasPassword,
            long version,
            Instant createdAt,
            Instant updatedAt) {}

    Optional<Account> find(SchoolId school, PersonId id) {
        return jdbc.sql(SELECT + "and p.id = :id")
                .param("school", school.value())
                .param("id", id.value())
                .query(Accounts::account)
                .optional();
    }

    /**
     * @param role null lists all
     * @param after id of the last one shown; null starts at the beginning
     */
    List<Account> list(SchoolId school, @Nullable Role role, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                                  and (:role = '' or :role = any (p.roles)) and p.id > :after
                                order by p.id limit :limit
                                """)
                .param("school", school.value())
                .param("role", role == null ? "" : role.claim())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query(Accounts::account)
                .list();
    }

    /**
     * Adds somebody who cannot sign in yet.
     *
     * @throws AccountTaken if the number or the sign-in name is somebody's
     */
    Account add(Person person) {
        var added =
                jdbc.sql(
                                """
                                insert into people
                                    (id, school_id, sign_in_name, name, student_number, roles)
                                select :id, :school, :signInName, :name, :number, :roles
                                where not exists (select from people
                                    where school_id = :school
                                      and lower(student_number) = lower(:number))
                                on conflict do nothing
                                """)
                        .param("id", person.id().value())
                        .param("school", person.school().value())
                        .param("signInName", person.signInName())
                        .param("name", person.name())
                        .param("number", person.studentNumber())
                        .param(
                                "roles",
                                person.roles().stream().map(Role::claim).toArray(String[]::new))
                        .update();
        if (added == 0) {
            throw new AccountTaken();
        }
        return find(person.school(), person.id()).orElseThrow(AccountTaken::new);
    }

    /** Empty where the account has another version by now. */
    Optional<Account> rename(SchoolId school, PersonId id, long version, String name) {
        var renamed =
                jdbc.sql(
                                """
                                update people set name = ?, version = version + 1, updated_at = now()
                                where id = ? and version = ?
                                """)
                        .params(name, id.value(), version)
                        .update();
        return renamed == 0 ? Optional.empty() : find(school, id);
    }

    /** What follows the {@code @} of sign-in names. */
    String schoolCode(SchoolId school) {
        return jdbc.sql("select code from schools where id = ?")
                .param(school.value())
                .query(String.class)
                .single();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                People.person(row, index),
                row.getBoolean("has_password"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
