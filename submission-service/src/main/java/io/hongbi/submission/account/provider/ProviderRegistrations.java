package io.hongbi.submission.account.provider;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Schools' providers as Spring Security takes them, under the school's code. The settings are read
 * from the database each time; what a provider says of itself (OpenID Connect Discovery 1.0) is
 * asked at the first use and kept for ten minutes, its failing for five seconds.
 */
@Component
class ProviderRegistrations
        implements ClientRegistrationRepository, JwtDecoderFactory<ClientRegistration> {

    static final String PROVIDER_AWAY = "provider-away";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistrations.class);
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

    private final Providers providers;
    private final Secrets secrets;
    private final ProviderHttp http;
    private final ProviderAddresses addresses;
    private final String callback;
    private final Map<String, Discovered> discovered = new ConcurrentHashMap<>();

    ProviderRegistrations(
            Providers providers,
            Secrets secrets,
            ProviderHttp http,
            ProviderAddresses addresses,
            AuthorizationServerSettings settings) {
        this.providers = providers;
        this.secrets = secrets;
        this.http = http;
        this.addresses = addresses;
        this.callback = settings.getIssuer() + ProviderSignIn.CALLBACK + "/";
    }

    /** Where the provider sends people back to; has to be registered there. */
    String redirectUri(String schoolCode) {
        return callback + schoolCode;
    }

    /**
     * @return null where the school has no provider, or none that is switched on
     * @throws OAuth2AuthenticationException if the provider does not answer as it should
     */
    @Override
    public @Nullable ClientRegistration findByRegistrationId(String schoolCode) {
        return providers.enabled(schoolCode).map(this::discover).orElse(null);
    }

    /** Keys are asked for by {@link NimbusJwtDecoder}, which knows when to ask again. */
    @Override
    public JwtDecoder createDecoder(ClientRegistration registration) {
        var known = discovered.get(registration.getRegistrationId());
        return known != null && known.registration() == registration && known.decoder() != null
                ? known.decoder()
                : decoder(registration);
    }

    private ClientRegistration discover(Provider provider) {
        var code = provider.schoolCode();
        var known = discovered.get(code);
        if (known == null || !known.isGoodFor(provider)) {
            known = ask(provider);
            discovered.put(code, known);
        }
        if (known.registration() == null) {
            throw new OAuth2AuthenticationException(PROVIDER_AWAY);
        }
        return known.registration();
    }

    private Discovered ask(Provider provider) {
        try {
            var registration = registration(provider);
            return new Discovered(provider, Instant.now(), registration, decoder(registration));
        } catch (RestClientException
                | HttpMessageConversionException
                | IllegalArgumentException
                | Unusable
                | NoSecretsKey
                | SecretUnreadable e) {
            LOG.warn("The provider of school {} cannot be used: {}", provider.school(), reason(e));
            return new Discovered(provider, Instant.now(), null, null);
        }
    }

    /** Without the answer itself, which may be anything. */
    private static String reason(RuntimeException failure) {
        return switch (failure) {
            case RestClientResponseException e -> "it answers " + e.getStatusCode().value();
            case Unusable e -> String.valueOf(e.getMessage());
            default -> failure.getClass().getSimpleName();
        };
    }

    private ClientRegistration registration(Provider provider) {
        var settings = provider.settings();
        var base = settings.issuer().replaceAll("/$", "");
        var description = http.json(URI.create(base + DISCOVERY));
        if (!settings.issuer().equals(description.get("issuer"))) {
            throw new Unusable("it describes another issuer");
        }
        var builder =
                ClientRegistrations.fromOidcConfiguration(description)
                        .registrationId(provider.schoolCode())
                        .clientId(settings.clientId())
                        .scope(settings.scopes())
                        .redirectUri(redirectUri(provider.schoolCode()))
                        .userNameAttributeName("sub")
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build());
        if (settings.sealedSecret() == null) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            builder.clientSecret(
                    secrets.open(provider.school().toString(), settings.sealedSecret()));
        }
        var registration = builder.build();
        if (!addresses.mayBeAsked(
                URI.create(registration.getProviderDetails().getAuthorizationUri()))) {
            throw new Unusable("its authorization endpoint is none to go to");
        }
        return registration;
    }

    private JwtDecoder decoder(ClientRegistration registration) {
        var keys = registration.getProviderDetails().getJwkSetUri();
        if (keys == null) {
            throw new Unusable("it says nothing of its keys");
        }
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(keys)
                        .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
                        .restOperations(http.operations())
                        .build();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(
                        OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        return decoder;
    }

    /** What a provider says of itself is of no use here. */
    private static final class Unusable extends RuntimeException {

        Unusable(String reason) {
            super(reason);
        }
    }

    /**
     * @param registration null where asking failed
     */
    private record Discovered(
            Provider provider,
            Instant at,
            @Nullable ClientRegistration registration,
            @Nullable JwtDecoder decoder) {

        boolean isGoodFor(Provider now) {
            var kept = registration == null ? FAILURE_KEPT : KEPT;
            return provider.equals(now) && at.plus(kept).isAfter(Instant.now());
        }
    }
}
