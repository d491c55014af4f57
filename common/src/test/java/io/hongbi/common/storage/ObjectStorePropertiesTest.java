package io.hongbi.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ObjectStorePropertiesTest {

    private static final String SIGNING_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final Map<String, String> OSS =
            Map.of(
                    "kind", "oss",
                    "oss.endpoint", "https://oss-cn-hangzhou-internal.aliyuncs.com",
                    "oss.region", "cn-hangzhou",
                    "oss.bucket", "hongbi",
                    "oss.access-key-id", "id",
                    "oss.access-key-secret", "the-secret");

    @Test
    void keepsPhotosInAFolderUnlessToldOtherwise() {
        assertThat(bound(Map.of("signing-key", SIGNING_KEY)))
                .isEqualTo(
                        new ObjectStoreProperties(
                                ObjectStoreProperties.Kind.FOLDER,
                                Path.of("var/objects"),
                                SIGNING_KEY,
                                URI.create("http://127.0.0.1:8080/api/v1/objects"),
                                null));
    }

    @Test
    void givesUpOnOssWhileTheCallerStillCares() {
        assertThat(bound(OSS).oss())
                .isEqualTo(
                        new OssProperties(
                                URI.create("https://oss-cn-hangzhou-internal.aliyuncs.com"),
                                null,
                                "cn-hangzhou",
                                "hongbi",
                                "id",
                                "the-secret",
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(2),
                                256,
                                2));
    }

    @Test
    void tellsNobodyItsSecrets() {
        var settings = new HashMap<>(OSS);
        settings.put("signing-key", SIGNING_KEY);

        assertThat(bound(settings).toString()).doesNotContain("the-secret", SIGNING_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "signing-key, ''",
        "signing-key, c2hvcnQ=",
        "signing-key, not Base64 at all but long enough to be a key",
    })
    void refusesAFolderWithoutAGoodSigningKey(String property, String value) {
        assertRefused(Map.of(property, value), property);
        assertRefused(Map.of("kind", "folder"), property);
    }

    @ParameterizedTest
    @CsvSource({
        "oss.endpoint, ''",
        "oss.endpoint, oss-cn-hangzhou.aliyuncs.com",
        "oss.public-endpoint, photos.example.org",
        "oss.region, ' '",
        "oss.bucket, ''",
        "oss.access-key-id, ''",
        "oss.access-key-secret, ''",
        "oss.connect-timeout, 0s",
        "oss.read-timeout, -1s",
        "oss.lease-timeout, 2h",
        "oss.max-connections, 0",
        "oss.retries, 11",
    })
    void refusesOssSettingsThatCannotWork(String property, String value) {
        var settings = new HashMap<>(OSS);
        settings.put(property, value);

        assertRefused(settings, property);
    }

    @Test
    void refusesOssWithoutAnySetting() {
        assertRefused(Map.of("kind", "oss"), "oss");
    }

    private static void assertRefused(Map<String, String> settings, String property) {
        assertThatThrownBy(() -> bound(settings))
                .rootCause()
                .hasMessageStartingWith("hongbi.object-store." + property + " must be");
    }

    private static ObjectStoreProperties bound(Map<String, String> settings) {
        var properties = new HashMap<String, String>();
        settings.forEach((name, value) -> properties.put("hongbi.object-store." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hongbi.object-store", ObjectStoreProperties.class);
    }
}
