package io.hongbi.submission.account.provider;

import io.hongbi.submission.account.provider.ExternalIdentities.Account;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Turns a checked ID token into an account of the school. Who was here before is known by issuer
 * and subject; whoever comes first is looked up by the account claim, in the ID token or, where it
 * is missing there, in the user info.
 */
@Component
class SchoolUsers {

    static final String NO_ACCOUNT = "no-account";

    private static final Logger LOG = LoggerFactory.getLogger(SchoolUsers.class);
    private static final int LONGEST = 100;
    private static final int LONGEST_SUBJECT = 255;

    private final Providers providers;
    private final ExternalIdentities identities;
    private final SingletonSupplier<OidcUserService> userInfo;

    SchoolUsers(Providers providers, ExternalIdentities identities, ProviderHttp http) {
        this.providers = providers;
        this.identities = identities;
        this.userInfo = SingletonSupplier.of(() -> userInfo(http));
    }

    /**
     * @throws OAuth2AuthenticationException if there is no such account
     */
    OidcUser load(OidcUserRequest request) {
        var code = request.getClientRegistration().getRegistrationId();
        var account = providers.enabled(code).flatMap(provider -> account(provider, request));
        return new SchoolUser(
                account.orElseThrow(() -> new OAuth2AuthenticationException(NO_ACCOUNT)),
                request.getIdToken());
    }

    private Optional<Account> account(Provider provider, OidcUserRequest request) {
        var subject = String.valueOf(request.getIdToken().getSubject());
        if (!isPlain(subject, LONGEST_SUBJECT) || !isOf(provider, request)) {
            return Optional.empty();
        }
        var known = identities.known(provider, subject);
        return known.isPresent() ? known : first(provider, subject, request);
    }

    private Optional<Account> first(Provider provider, String subject, OidcUserRequest request) {
        var account =
                claim(provider.settings().accountClaim(), request)
                        .filter(name -> isPlain(name, LONGEST))
                        .flatMap(name -> identities.bind(provider, subject, name));
        account.ifPresent(bound ->
                LOG.info(
                        "Person {} is known by the provider of school {} from now on",
                        bound.id(),
                        provider.school()));
        return account;
    }

    /** The settings may have changed while the person was away. */
    private static boolean isOf(Provider provider, OidcUserRequest request) {
        var registration = request.getClientRegistration();
        return provider.settings().issuer().equals(registration.getProviderDetails().getIssuerUri())
                && provider.settings().clientId().equals(registration.getClientId());
    }

    private Optional<String> claim(String name, OidcUserRequest request) {
        ClaimAccessor claims = request.getIdToken();
        if (!claims.hasClaim(name) && hasUserInfo(request)) {
            claims = userInfo.obtain().loadUser(request);
        }
        if (name.equals("email") && !Boolean.TRUE.equals(claims.getClaim("email_verified"))) {
            return Optional.empty(); // people may write there what they like
        }
        Object value = claims.getClaim(name);
        return value instanceof String || value instanceof Integer || value instanceof Long
                ? Optional.of(value.toString().strip())
                : Optional.empty();
    }

    private static boolean hasUserInfo(OidcUserRequest request) {
        return StringUtils.hasText(
                request.getClientRegistration()
                        .getProviderDetails()
                        .getUserInfoEndpoint()
                        .getUri());
    }

    private static boolean isPlain(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static OidcUserService userInfo(ProviderHttp http) {
        var plain = new DefaultOAuth2UserService();
        plain.setRestOperations(http.operations());
        var service = new OidcUserService();
        service.setOauth2UserService(plain);
        service.setRetrieveUserInfo(_ -> true);
        return service;
    }

    /** Named by the id of the account; of the provider's claims nothing is kept in the session. */
    private record SchoolUser(Account account, OidcIdToken token) implements OidcUser {

        @Override
        public String getName() {
            return account.id().toString();
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return account.roles().stream()
                    .map(role -> new SimpleGrantedAuthority(role.authority()))
                    .toList();
        }

        @Override
        public Map<String, Object> getClaims() {
            return token.getClaims();
        }

        @Override
        public Map<String, Object> getAttributes() {
            return token.getClaims();
        }

        @Override
        public OidcIdToken getIdToken() {
            return token;
        }

        @Override
        public @Nullable OidcUserInfo getUserInfo() {
            return null;
        }
    }
}
