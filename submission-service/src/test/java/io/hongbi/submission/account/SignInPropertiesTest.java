package io.hongbi.submission.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SignInPropertiesTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void fitsOneMachineByDefault() {
        var defaults =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("hongbi.sign-in", SignInProperties.class);

        assertThat(defaults)
                .isEqualTo(
                        new SignInProperties(
                                URI.create("http://127.0.0.1:8080"), HALF_AN_HOUR, List.of("/")));
        assertThat(defaults.redirectUris())
                .containsExactly("http://127.0.0.1:8080/", "http://localhost:8080/");
    }

    @Test
    void sendsCodesToTheGatewayOnly() {
        var properties =
                new SignInProperties(
                        URI.create("https://hongbi.example"), HALF_AN_HOUR, List.of("/", "/app"));

        assertThat(properties.redirectUris())
                .containsExactly("https://hongbi.example/", "https://hongbi.example/app");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SignInProperties(URI.create("http://a/"), HALF_AN_HOUR, List.of("/")))
                .withMessageContaining("hongbi.sign-in.issuer");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SignInProperties(
                                URI.create("http://a"), Duration.ofDays(1), List.of("/")))
                .withMessageContaining("hongbi.sign-in.access-token");
    }
}
