package io.hongbi.submission.account.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A school's own provider: Spring Authorization Server, where any name signs in with one password.
 */
final class SchoolProvider implements AutoCloseable {

    static final String PASSWORD = "of the school";
    static final String SECRET = "known to Hongbi";

    /** By user name; what an ID token says of it, beside the subject. */
    final Map<String, Map<String, Object>> idTokens = new ConcurrentHashMap<>();

    /** By user name; what the user info endpoint says of it. */
    final Map<String, Map<String, Object>> userInfos = new ConcurrentHashMap<>();

    /** Whom ID tokens are for; null is right. */
    volatile @Nullable String audience;

    private final Map<String, RegisteredClient> clients = new ConcurrentHashMap<>();
    private final ServletWebServerApplicationContext context;

    SchoolProvider() {
        context =
                (ServletWebServerApplicationContext)
                        new SpringApplicationBuilder(Parts.class)
                                .bannerMode(Banner.Mode.OFF)
                                .logStartupInfo(false)
                                .registerShutdownHook(false)
                                .properties("spring.config.name=school-provider")
                                .initializers(
                                        c -> c.getBeanFactory().registerSingleton("provider", this))
                                .run();
    }

    String issuer() {
        return "http://127.0.0.1:" + Objects.requireNonNull(context.getWebServer()).getPort();
    }

    void register(String clientId, String redirectUri) {
        clients.put(
                clientId,
                RegisteredClient.withId(clientId)
                        .clientId(clientId)
                        .clientSecret("{noop}" + SECRET)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(redirectUri)
                        .scope("openid")
                        .scope("profile")
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                        .build());
    }

    @Override
    public void close() {
        context.close();
    }

    private void describe(JwtEncodingContext token) {
        if (!OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
            return;
        }
        var user = Objects.requireNonNull(token.<Authentication>getPrincipal()).getName();
        idTokens.getOrDefault(user, Map.of()).forEach(token.getClaims()::claim);
        if (audience != null) {
            token.getClaims().audience(List.of(audience));
        }
    }

    private OidcUserInfo userInfo(String user) {
        return OidcUserInfo.builder()
                .subject(user)
                .claims(all -> all.putAll(userInfos.getOrDefault(user, Map.of())))
                .build();
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Parts {

        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
        }

        /** Tomcat filters only what a servlet is there for. */
        @Bean
        DispatcherServlet servlet() {
            return new DispatcherServlet();
        }

        @Bean
        SecurityFilterChain security(HttpSecurity http, SchoolProvider provider) {
            return http.oauth2AuthorizationServer(server ->
                            server.oidc(oidc ->
                                    oidc.userInfoEndpoint(info ->
                                            info.userInfoMapper(asked ->
                                                    provider.userInfo(
                                                            asked.getAuthorization()
                                                                    .getPrincipalName())))))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return name ->
                    User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .authorities("ROLE_MEMBER")
                            .build();
        }

        @Bean
        RegisteredClientRepository clients(SchoolProvider provider) {
            return new RegisteredClientRepository() {
                @Override
                public void save(RegisteredClient client) {
                    // offers to keep a better hash of the secret
                }

                @Override
                public @Nullable RegisteredClient findById(String id) {
                    return provider.clients.get(id);
                }

                @Override
                public @Nullable RegisteredClient findByClientId(String clientId) {
                    return provider.clients.get(clientId);
                }
            };
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(SchoolProvider provider) {
            return provider::describe;
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("k").generate()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }
    }
}
