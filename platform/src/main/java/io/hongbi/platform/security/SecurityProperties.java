package io.hongbi.platform.security;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens count.
 *
 * @param issuer public address of the gateway, the {@code iss} of every token
 * @param jwkSetUri where the issuer's public keys are
 * @param publicPaths patterns of paths that need no token
 */
@ConfigurationProperties("hongbi.security")
record SecurityProperties(
        @DefaultValue("http://127.0.0.1:8080") URI issuer,
        @DefaultValue("http://127.0.0.1:8081/oauth2/jwks") URI jwkSetUri,
        @DefaultValue List<String> publicPaths) {

    SecurityProperties {
        publicPaths = List.copyOf(publicPaths);
    }
}
