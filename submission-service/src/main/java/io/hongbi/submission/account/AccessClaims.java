package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.tenant.Tenant;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** Puts school and roles, as they are now, into access tokens; ID tokens stay without. */
@Component
class AccessClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Tenant tenant;
    private final People people;

    AccessClaims(Tenant tenant, People people) {
        this.tenant = tenant;
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        var person =
                tenant.inSystem(() -> people.find(personOf(context)))
                        .orElseThrow(() ->
                                new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED));
        AccessTokens.addTo(context.getClaims(), person);
    }

    private static PersonId personOf(JwtEncodingContext context) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            return Clients.personOf(context.getRegisteredClient());
        }
        return PersonId.of(
                Objects.requireNonNull(context.<Authentication>getPrincipal()).getName());
    }
}
