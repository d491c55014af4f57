package io.hongbi.submission.account.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The way through a school's provider: {@code /login/school/{code}}, the provider's own pages,
 * {@code /login/callback/{code}}. State, nonce and PKCE lie in the session, hence in PostgreSQL;
 * afterwards it is known who signed in and nothing else: no token of the provider is kept.
 */
@Component
@EnableConfigurationProperties(ProviderProperties.class)
public class ProviderSignIn {

    static final String START = "/login/school";
    static final String CALLBACK = "/login/callback";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    /** What somebody can mend by starting again. */
    private static final Set<String> AGAIN =
            Set.of(
                    "authorization_request_not_found",
                    "invalid_state_parameter",
                    "invalid_nonce",
                    "access_denied");

    private final ProviderRegistrations registrations;
    private final SchoolUsers users;
    private final OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens;

    ProviderSignIn(ProviderRegistrations registrations, SchoolUsers users, ProviderHttp http) {
        this.registrations = registrations;
        this.users = users;
        var client =
                SingletonSupplier.of(() -> {
                    var made = new RestClientAuthorizationCodeTokenResponseClient();
                    made.setRestClient(http.tokens());
                    return made;
                });
        this.tokens = request -> client.obtain().getTokenResponse(request);
    }

    /**
     * Puts this way beside the others of the login page.
     *
     * @param signedIn goes on where the person came from
     */
    public void configure(
            OAuth2LoginConfigurer<HttpSecurity> login, AuthenticationSuccessHandler signedIn) {
        login.clientRegistrationRepository(registrations)
                .authorizedClientRepository(new ForgottenClients())
                .authorizationEndpoint(start ->
                        start.authorizationRequestResolver(
                                new DefaultOAuth2AuthorizationRequestResolver(
                                        registrations, START)))
                .redirectionEndpoint(back -> back.baseUri(CALLBACK + "/*"))
                .tokenEndpoint(token -> token.accessTokenResponseClient(tokens))
                .userInfoEndpoint(user ->
                        user.oidcUserService(users::load)
                                .userService(_ -> {
                                    throw new OAuth2AuthenticationException("openid-only");
                                }))
                .successHandler((request, response, provided) -> {
                    var person = person(provided);
                    remember(person, request, response);
                    signedIn.onAuthenticationSuccess(request, response, person);
                })
                .failureHandler(ProviderSignIn::sayWhy)
                .withObjectPostProcessor(failuresAtStart());
    }

    /** As after a password: the person's id and roles, nothing of the provider's. */
    private static Authentication person(Authentication provided) {
        var user =
                User.withUsername(provided.getName())
                        .password("")
                        .authorities(provided.getAuthorities())
                        .build();
        var authorities = new ArrayList<GrantedAuthority>(user.getAuthorities());
        authorities.add( // says when; ID tokens have it as auth_time
                FactorGrantedAuthority.fromAuthority(
                        FactorGrantedAuthority.AUTHORIZATION_CODE_AUTHORITY));
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
    }

    private static void remember(
            Authentication person, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failuresAtStart() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(ProviderSignIn::sayWhy);
                return filter;
            }
        };
    }

    private static void sayWhy(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var path = request.getRequestURI();
        var school = path.substring(path.lastIndexOf('/') + 1);
        var why = why(e);
        LOG.info("Sign-in through the provider of school {} failed: {}", code(school), why);
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, "/login?school=" + code(school) + "&" + why);
    }

    private static String why(AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException e) {
            var error = e.getError().getErrorCode();
            if (error.equals(SchoolUsers.NO_ACCOUNT)) {
                return SchoolUsers.NO_ACCOUNT;
            }
            if (AGAIN.contains(error)) {
                return "again";
            }
            LOG.warn("A provider's answer was refused: {}", printable(error));
            LOG.debug("It was refused because of this", e); // may hold what the provider wrote
        }
        return ProviderRegistrations.PROVIDER_AWAY;
    }

    private static String code(String segment) {
        return segment.matches("[a-z0-9-]{1,31}") ? segment : "";
    }

    private static String printable(String error) {
        return error.replaceAll("[^ -~]", "?");
    }
}
