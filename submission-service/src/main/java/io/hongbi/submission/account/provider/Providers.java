package io.hongbi.submission.account.provider;

import io.hongbi.common.id.SchoolId;
import io.hongbi.submission.account.provider.Provider.Matches;
import io.hongbi.submission.account.provider.Provider.Settings;
import io.hongbi.submission.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The providers in PostgreSQL, one of a school at most. */
@Component
public class Providers {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,30}");

    private static final String SELECT =
            """
            select s.id, s.code, s.name, i.issuer, i.client_id, i.client_secret, i.scopes,
                i.account_claim, i.matches, i.enabled, i.version, i.created_at, i.updated_at
            from identity_providers i join schools s on s.id = i.school_id
            """;

    private final Tenant tenant;
    private final JdbcClient jdbc;

    Providers(Tenant tenant, JdbcClient jdbc) {
        this.tenant = tenant;
        this.jdbc = jdbc;
    }

    /** Name of the school whose own provider may be used under that code. */
    public Optional<String> schoolName(String code) {
        return enabled(code).map(Provider::schoolName);
    }

    /** The provider of that school, where it is switched on; asked before anybody is known. */
    Optional<Provider> enabled(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        return tenant.inSystem(() ->
                jdbc.sql(SELECT + "where s.code = ? and i.enabled")
                        .param(code)
                        .query(Providers::provider)
                        .optional());
    }

    /** Called inside a transaction of the tenant. */
    Optional<Provider> find(SchoolId school) {
        return jdbc.sql(SELECT + "where s.id = ?")
                .param(school.value())
                .query(Providers::provider)
                .optional();
    }

    /**
     * Adds or replaces; called inside a transaction of the tenant.
     *
     * @param version of the one to be replaced; null where there is none
     * @return whether nobody else did so meanwhile
     */
    boolean save(SchoolId school, Settings settings, @Nullable Long version) {
        return jdbc.sql(
                                """
                                insert into identity_providers as i (school_id, issuer, client_id,
                                    client_secret, scopes, account_claim, matches, enabled)
                                values (:school, :issuer, :client, :secret, :scopes, :claim,
                                    :matches, :enabled)
                                on conflict (school_id) do update
                                set issuer = excluded.issuer, client_id = excluded.client_id,
                                    client_secret = excluded.client_secret,
                                    scopes = excluded.scopes, matches = excluded.matches,
                                    account_claim = excluded.account_claim,
                                    enabled = excluded.enabled, version = i.version + 1,
                                    updated_at = now()
                                where i.version = :version
                                """)
                        .param("school", school.value())
                        .param("issuer", settings.issuer())
                        .param("client", settings.clientId())
                        .param("secret", settings.sealedSecret())
                        .param("scopes", settings.scopes().toArray(String[]::new))
                        .param("claim", settings.accountClaim())
                        .param("matches", settings.matches().column())
                        .param("enabled", settings.enabled())
                        .param("version", version == null ? 0 : version)
                        .update()
                == 1;
    }

    /** Called inside a transaction of the tenant. */
    void remove(SchoolId school) {
        jdbc.sql("delete from identity_providers where school_id = ?")
                .param(school.value())
                .update();
    }

    private static Provider provider(ResultSet row, int index) throws SQLException {
        return new Provider(
                new SchoolId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                new Settings(
                        row.getString("issuer"),
                        row.getString("client_id"),
                        row.getString("client_secret"),
                        List.of((String[]) row.getArray("scopes").getArray()),
                        row.getString("account_claim"),
                        Matches.of(row.getString("matches")),
                        row.getBoolean("enabled")),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
