package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** Who may ask for tokens: the web page, which keeps no secret, and integrations, which do. */
@Component
class Clients implements RegisteredClientRepository {

    static final String WEB = "hongbi-web";

    private static final String PERSON = "hongbi.person";

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final TokenSettings tokens;
    private final RegisteredClient web;

    Clients(Tenant tenant, JdbcClient jdbc, SignInProperties properties) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.tokens =
                TokenSettings.builder().accessTokenTimeToLive(properties.accessToken()).build();
        this.web = web(properties.redirectUris());
    }

    /** Whom an integration acts as. */
    static PersonId personOf(RegisteredClient integration) {
        return PersonId.of(
                Objects.requireNonNull(integration.getClientSettings().<String>getSetting(PERSON)));
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (WEB.equals(clientId)) {
            return web;
        }
        return tenant.inSystem(() ->
                jdbc.sql(
                                """
                                select client_id, person_id, secret_hash from integrations
                                where client_id = ? and disabled_at is null
                                """)
                        .param(clientId)
                        .query(this::integration)
                        .optional()
                        .orElse(null));
    }

    /** Clients are not registered this way; see {@link Integrations}. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are registered by Integrations");
    }

    private RegisteredClient web(List<String> redirectUris) {
        return RegisteredClient.withId(WEB)
                .clientId(WEB)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(redirectUris))
                .scope(OidcScopes.OPENID)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false) // it is our own page
                                .build())
                .tokenSettings(tokens)
                .build();
    }

    private RegisteredClient integration(ResultSet row, int index) throws SQLException {
        return RegisteredClient.withId(row.getString("client_id"))
                .clientId(row.getString("client_id"))
                .clientSecret(row.getString("secret_hash"))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(
                        ClientSettings.builder()
                                .setting(PERSON, row.getString("person_id"))
                                .build())
                .tokenSettings(tokens)
                .build();
    }
}
