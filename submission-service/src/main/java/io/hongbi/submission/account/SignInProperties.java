package io.hongbi.submission.account;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people and programs sign in.
 *
 * @param issuer public address of the gateway, without a slash at its end
 * @param accessToken how long an access token is good; the page renews it silently
 * @param webPaths where at the gateway the web page takes codes
 */
@ConfigurationProperties("hongbi.sign-in")
record SignInProperties(
        @DefaultValue("http://127.0.0.1:8080") URI issuer,
        @DefaultValue("30m") Duration accessToken,
        @DefaultValue("/") List<String> webPaths) {

    SignInProperties {
        webPaths = List.copyOf(webPaths);
        if (issuer.toString().endsWith("/")) {
            throw new IllegalArgumentException("hongbi.sign-in.issuer ends with a slash");
        }
        if (accessToken.isNegative() || accessToken.compareTo(Duration.ofHours(12)) > 0) {
            throw new IllegalArgumentException("hongbi.sign-in.access-token is 12 h at most");
        }
    }

    /** Exactly these; on one machine people type localhost as well as 127.0.0.1. */
    List<String> redirectUris() {
        var loopback = issuer.toString().replace("://127.0.0.1", "://localhost");
        return Stream.of(issuer.toString(), loopback)
                .distinct()
                .flatMap(origin -> webPaths.stream().map(path -> origin + path))
                .toList();
    }
}
