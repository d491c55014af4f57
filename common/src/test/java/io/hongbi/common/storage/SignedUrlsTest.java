package io.hongbi.common.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hongbi.common.storage.Verification.Expired;
import io.hongbi.common.storage.Verification.Forged;
import io.hongbi.common.storage.Verification.Granted;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignedUrlsTest {

    private static final URI PREFIX = URI.create("https://hongbi.example.org/api/v1/objects");
    private static final byte[] SECRET = "a secret of thirty-two bytes, yes".getBytes(UTF_8);
    private static final ObjectKey KEY = new ObjectKey("schools/1/photos/2.jpg");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.500Z");

    private final SignedUrls urls = at(NOW);

    @Test
    void keepsItsForm() {
        assertThat(urls.sign(KEY, Duration.ofMinutes(5)))
                .hasToString(
                        "https://hongbi.example.org/api/v1/objects/schools/1/photos/2.jpg"
                                + "?expires=1795176300"
                                + "&signature="
                                + signature(urls.sign(KEY, Duration.ofMinutes(5))));
        assertThat(signature(urls.sign(KEY, Duration.ofMinutes(5)))).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void grantsWhatItSignedUntilTheTimeIsUp() {
        String signature = signature(urls.sign(KEY, Duration.ofMinutes(5)));
        Instant until = Instant.ofEpochSecond(1795176300);

        assertThat(at(NOW).verify(KEY.value(), "1795176300", signature))
                .isEqualTo(new Granted(KEY, until));
        assertThat(at(until.minusMillis(1)).verify(KEY.value(), "1795176300", signature))
                .isEqualTo(new Granted(KEY, until));
        assertThat(at(until).verify(KEY.value(), "1795176300", signature))
                .isEqualTo(new Expired(KEY, until));
    }

    @Test
    void takesEveryChangeForAForgery() {
        String signature = signature(urls.sign(KEY, Duration.ofMinutes(5)));
        String other = new ObjectKey("schools/1/photos/3.jpg").value();

        assertThat(urls.verify(other, "1795176300", signature)).isEqualTo(new Forged());
        assertThat(urls.verify(KEY.value(), "1795176301", signature)).isEqualTo(new Forged());
        assertThat(urls.verify(KEY.value(), "01795176300", signature)).isEqualTo(new Forged());
        assertThat(urls.verify(KEY.value(), "1795176300", signature + "=")).isEqualTo(new Forged());
        assertThat(urls.verify(KEY.value(), "1795176300", "")).isEqualTo(new Forged());
    }

    @Test
    void takesWhatIsMissingOrNoAddressForAForgery() {
        String signature = signature(urls.sign(KEY, Duration.ofMinutes(5)));

        assertThat(urls.verify(KEY.value(), null, signature)).isEqualTo(new Forged());
        assertThat(urls.verify(KEY.value(), "1795176300", null)).isEqualTo(new Forged());
        assertThat(urls.verify(KEY.value(), "99999999999999999999", signature))
                .isEqualTo(new Forged());
        assertThat(urls.verify(KEY.value(), "soon", signature)).isEqualTo(new Forged());
        assertThat(urls.verify("../../etc/passwd", "1795176300", signature))
                .isEqualTo(new Forged());
        assertThat(urls.verify("", "1795176300", signature)).isEqualTo(new Forged());
    }

    @Test
    void trustsNoOtherSecret() {
        var others = new SignedUrls(PREFIX, new byte[32], Clock.fixed(NOW, ZoneOffset.UTC));
        String signature = signature(others.sign(KEY, Duration.ofMinutes(5)));

        assertThat(urls.verify(KEY.value(), "1795176300", signature)).isEqualTo(new Forged());
    }

    @Test
    void refusesShortSecrets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SignedUrls(PREFIX, new byte[31], Clock.systemUTC()))
                .withMessageContaining("32 bytes");
    }

    private static SignedUrls at(Instant now) {
        return new SignedUrls(PREFIX, SECRET, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static String signature(URI url) {
        String text = url.toString();
        return text.substring(text.indexOf("signature=") + "signature=".length());
    }
}
