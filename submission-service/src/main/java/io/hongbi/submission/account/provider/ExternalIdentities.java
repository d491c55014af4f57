package io.hongbi.submission.account.provider;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which account of its school a provider's subject is. Only accounts of students and teachers that
 * are there already: no provider makes an account, speaks for an admin, for ops or for a program,
 * or reaches another school's; row-level security sees to the last.
 */
@Component
class ExternalIdentities {

    private static final String ACCOUNTS =
            """
            select p.id, p.roles from people p
            where p.school_id = :school and p.roles <@ array['student', 'teacher']
              and not exists (select from integrations i where i.person_id = p.id)
            """;

    private final Tenant tenant;
    private final JdbcClient jdbc;

    ExternalIdentities(Tenant tenant, JdbcClient jdbc) {
        this.tenant = tenant;
        this.jdbc = jdbc;
    }

    /** Somebody who may sign in. */
    record Account(PersonId id, Set<Role> roles) {

        Account {
            roles = Set.copyOf(roles);
        }
    }

    /** Whom the subject was found to be at the first sign-in. */
    Optional<Account> known(Provider provider, String subject) {
        return tenant.in(provider.school(), () -> bound(provider, subject));
    }

    /**
     * Finds out whom the subject is, and remembers it. Empty where no account, or more than one,
     * has the name, or the account is another subject's already.
     *
     * @param name what the account claim says
     */
    Optional<Account> bind(Provider provider, String subject, String name) {
        return tenant.in(
                provider.school(),
                () -> {
                    named(provider, name).ifPresent(account -> insert(provider, subject, account));
                    return bound(provider, subject); // perhaps of a sign-in at the same time
                });
    }

    /**
     * Forgets whom subjects are, so that the next sign-in goes by the claim, and ends the sessions
     * of these people. Called inside a transaction of the tenant.
     */
    void forgetAll(SchoolId school) {
        endSessions(school);
        jdbc.sql("delete from external_identities where school_id = ?")
                .param(school.value())
                .update();
    }

    /** Whether the person had been bound; see {@link #forgetAll}. */
    boolean forget(SchoolId school, PersonId person) {
        var forgotten =
                jdbc.sql("delete from external_identities where school_id = ? and person_id = ?")
                        .params(school.value(), person.value())
                        .update();
        if (forgotten > 0) {
            jdbc.sql("delete from spring_session where principal_name = ?")
                    .param(person.toString())
                    .update();
        }
        return forgotten > 0;
    }

    /** Of everybody who signed in through the provider; they may do it again, if it still may. */
    void endSessions(SchoolId school) {
        jdbc.sql(
                        """
                        delete from spring_session where principal_name in
                            (select person_id::text from external_identities where school_id = ?)
                        """)
                .param(school.value())
                .update();
    }

    private Optional<Account> bound(Provider provider, String subject) {
        return jdbc.sql(
                        ACCOUNTS
                                + """
                                  and p.id = (select x.person_id from external_identities x
                                      where x.school_id = :school and x.issuer = :issuer
                                        and x.subject = :subject)
                                """)
                .param("school", provider.school().value())
                .param("issuer", provider.settings().issuer())
                .param("subject", subject)
                .query(ExternalIdentities::account)
                .optional();
    }

    private Optional<Account> named(Provider provider, String name) {
        var condition =
                switch (provider.settings().matches()) {
                    case STUDENT_NUMBER ->
                            "and lower(p.student_number) = lower(:name)"
                                    + " and p.roles = array['student']";
                    case SIGN_IN_NAME ->
                            "and p.sign_in_name in (lower(:name), lower(:name) || '@' || :code)";
                };
        var found =
                jdbc.sql(ACCOUNTS + condition)
                        .param("school", provider.school().value())
                        .param("name", name)
                        .param("code", provider.schoolCode())
                        .query(ExternalIdentities::account)
                        .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void insert(Provider provider, String subject, Account account) {
        jdbc.sql(
                        """
                        insert into external_identities (school_id, issuer, subject, person_id)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(provider.school().value(), provider.settings().issuer())
                .params(subject, account.id().value())
                .update();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                new PersonId(row.getObject("id", UUID.class)),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::ofClaim)
                        .collect(Collectors.toSet()));
    }
}
