package io.hongbi.submission.account;

import io.hongbi.submission.account.provider.ProviderSignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/**
 * The two chains of sign-in: the authorization server's endpoints, and the login page with its ways
 * through schools' own providers. Redirects are relative, so that they hold behind any gateway.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInProperties.class)
@EnableScheduling
@EnableJdbcHttpSession(
        maxInactiveIntervalInSeconds = SignInConfiguration.SESSION_SECONDS,
        cleanupCron = "0 17 * * * *")
class SignInConfiguration {

    static final int SESSION_SECONDS = 7 * 24 * 60 * 60;

    private static final String LOGIN = "/login";
    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final MediaTypeRequestMatcher HTML = html();

    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain authorizationServerSecurity(HttpSecurity http) {
        var login = new LoginUrlAuthenticationEntryPoint(LOGIN);
        login.setFavorRelativeUris(true);
        http.oauth2AuthorizationServer(
                        server -> {
                            http.securityMatcher(server.getEndpointsMatcher());
                            server.oidc(Customizer.withDefaults());
                        })
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(SignInConfiguration::isSilent)
                                .permitAll() // the endpoint itself says login_required
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(e ->
                        e.authenticationEntryPoint((request, response, failure) -> {
                            if (isBrowserThatAuthorizes(request)) {
                                login.commence(request, response, failure);
                            } else {
                                refuse(request, response);
                            }
                        }));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signInSecurity(HttpSecurity http, ProviderSignIn providers) {
        return http.securityMatcher(LOGIN, LOGIN + "/**", "/logout")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form ->
                        form.loginPage(LOGIN)
                                .successHandler(SignInConfiguration::goOn)
                                .failureHandler(SignInConfiguration::tryAgain))
                .oauth2Login(login -> {
                    login.loginPage(LOGIN);
                    providers.configure(login, SignInConfiguration::goOn);
                })
                .logout(logout ->
                        logout.logoutSuccessHandler((_, response, _) -> redirect(response, "/")))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                                .ignoringRequestMatchers(
                                        "/logout")) // SameSite=Lax keeps others out
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .build();
    }

    private static boolean isSilent(HttpServletRequest request) {
        return request.getRequestURI().equals(AUTHORIZE)
                && "none".equals(request.getParameter("prompt"));
    }

    private static boolean isBrowserThatAuthorizes(HttpServletRequest request) {
        return request.getRequestURI().equals(AUTHORIZE) && HTML.matches(request);
    }

    /** In the words of OAuth (RFC 6749, RFC 6750): a program cannot fill in the login page. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var error =
                switch (request.getRequestURI()) {
                    case AUTHORIZE -> "login_required";
                    case "/userinfo" -> "invalid_token";
                    default -> "invalid_client";
                };
        if (error.equals("invalid_token")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().print("{\"error\":\"" + error + "\"}");
    }

    private static MediaTypeRequestMatcher html() {
        var html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    private static void goOn(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        var cache = new HttpSessionRequestCache();
        var saved = cache.getRequest(request, response);
        cache.removeRequest(request, response);
        redirect(response, saved == null ? "/" : pathOf(URI.create(saved.getRedirectUrl())));
    }

    private static void tryAgain(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure) {
        redirect(response, LOGIN + (failure instanceof LockedException ? "?wait" : "?wrong"));
    }

    private static String pathOf(URI uri) {
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static void redirect(HttpServletResponse response, String location) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, location);
    }
}
