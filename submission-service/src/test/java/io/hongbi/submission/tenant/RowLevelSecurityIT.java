package io.hongbi.submission.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** With the runtime role, as the service connects; a superuser would see everything. */
class RowLevelSecurityIT extends SubmissionIT {

    /** What belongs to no school: sign-in and migrations. */
    private static final Set<String> OF_NO_SCHOOL =
            Set.of(
                    "flyway_schema_history",
                    "oauth2_authorization",
                    "sign_in_failures",
                    "signing_keys",
                    "spring_session",
                    "spring_session_attributes");

    private TestSchool school;
    private TestSchool other;

    @BeforeEach
    void schools() {
        school = newSchool();
        other = newSchool();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schools",
                "people",
                "classes",
                "class_teachers",
                "enrolments",
                "assignments"
            })
    void showsNothingWithoutASchoolAndOnlyItsRowsWithOne(String table) {
        var column = table.equals("schools") ? "id" : "school_id";
        var count = "select count(*) from " + table;
        var schools = "select distinct " + column + " from " + table;

        assertThat(jdbc.sql(count).query(Long.class).single()).isZero();
        assertThat(tenant.in(school.id(), () -> ids(schools))).containsExactly(school.id().value());
        assertThat(jdbc.sql(count).query(Long.class).single()).isZero();
        assertThat(tenant.inSystem(() -> ids(schools)))
                .contains(school.id().value(), other.id().value());
    }

    @Test
    void refusesRowsOfAnotherSchool() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> tenant.in(school.id(), () -> insertClassOf(other)))
                .havingRootCause()
                .withMessageContaining("row-level security");
        var renamed =
                tenant.in(
                        school.id(),
                        () ->
                                jdbc.sql("update classes set name = 'x' where id = ?")
                                        .param(other.schoolClass().value())
                                        .update());
        assertThat(renamed).isZero();
    }

    @Test
    void mixesNoSchoolsInOneRow() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        tenant.inSystem(() -> {
                            jdbc.sql("insert into enrolments values (?, ?, ?)")
                                    .param(school.schoolClass().value())
                                    .param(other.student().value())
                                    .param(school.id().value())
                                    .update();
                        }))
                .havingRootCause()
                .withMessageContaining("foreign key");
    }

    @Test
    void guardsEveryTableOfASchool() {
        var unguarded =
                jdbc.sql(
                                """
                                select relname from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname = 'submission' and c.relkind in ('r', 'p')
                                  and (not c.relrowsecurity
                                    or not exists (select from pg_policy where polrelid = c.oid))
                                """)
                        .query(String.class)
                        .list();

        assertThat(unguarded).isSubsetOf(OF_NO_SCHOOL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table submission.mine (id int)",
                "create temporary table mine (id int)",
                "create table public.mine (id int)",
                "alter table people disable row level security",
                "alter table people no force row level security",
                "drop policy tenant on people",
                "create policy mine on people using (true)",
                "set row_security = off; select * from people",
                "set role hongbi_owner",
                "truncate people",
                "delete from schools",
                "update people set roles = '{ops}'",
                "select * from flyway_schema_history",
                "update signing_keys set jwk = ''"
            })
    void letsTheRuntimeRoleChangeNoRule(String statement) throws SQLException {
        try (var connection = runtimeRole();
                var sql = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> sql.execute(statement));
        }
    }

    @Test
    void ownsNothing() {
        var owned =
                jdbc.sql(
                                """
                                select relname from pg_class where relowner =
                                    (select oid from pg_roles where rolname = current_user)
                                """)
                        .query(String.class)
                        .list();
        var mighty =
                jdbc.sql(
                                """
                                select rolsuper or rolbypassrls or rolcreaterole from pg_roles
                                where rolname = current_user
                                """)
                        .query(Boolean.class)
                        .single();

        assertThat(owned).isEmpty();
        assertThat(mighty).isFalse();
    }

    @Test
    void neverTurnsToAnotherSchoolHalfway() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        tenant.in(
                                school.id(),
                                () -> {
                                    tenant.in(other.id(), () -> ids("select id from classes"));
                                }));
    }

    @Test
    void widensToTheSystemAndBack() {
        var seen =
                tenant.in(
                        school.id(),
                        () -> {
                            var wide = tenant.inSystem(() -> ids("select id from schools")).size();
                            return List.of(wide, ids("select id from schools").size());
                        });

        assertThat(seen.getFirst()).isGreaterThan(1);
        assertThat(seen.getLast()).isEqualTo(1);
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql).query((row, _) -> row.getObject(1, UUID.class)).list();
    }

    private void insertClassOf(TestSchool someSchool) {
        jdbc.sql("insert into classes (id, school_id, name) values (gen_random_uuid(), ?, 'x')")
                .param(someSchool.id().value())
                .update();
    }

    private static Connection runtimeRole() throws SQLException {
        var connection =
                DriverManager.getConnection(
                        DATABASE.url(), "hongbi_submission", DATABASE.password());
        connection.setSchema("submission");
        return connection;
    }
}
