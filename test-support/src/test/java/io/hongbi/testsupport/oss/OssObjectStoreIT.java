package io.hongbi.testsupport.oss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreContract;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.common.storage.ObjectStores;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OSS adapter against the emulator. */
class OssObjectStoreIT extends ObjectStoreContract {

    private static OssEmulator emulator;
    private static ObjectStore store;

    @BeforeAll
    static void start() {
        emulator = OssEmulator.start();
        store = ObjectStores.of(emulator.settings());
    }

    @AfterAll
    static void stop() throws Exception {
        ((AutoCloseable) store).close();
        emulator.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Test
    void keepsNothingOfAnObjectThatWasDamagedOnTheWayIn() throws Exception {
        emulator.damageNextPut();

        assertThatExceptionOfType(ObjectStoreUnavailable.class)
                .isThrownBy(() -> store.put(key("page.jpg"), bytes("the page"), "image/jpeg"))
                .satisfies(e -> assertThat(e.retryable()).isTrue());

        assertThat(store.head(key("page.jpg"))).isEmpty();
        store.put(key("page.jpg"), bytes("the page"), "image/jpeg");
        assertThat(content(key("page.jpg"))).isEqualTo(bytes("the page"));
    }

    @Test
    void noticesThatAnObjectWasDamagedOnTheWayOut() throws Exception {
        store.put(key("page.jpg"), bytes("the page"), "image/jpeg");
        emulator.damageNextGet();

        assertThatIOException().isThrownBy(() -> content(key("page.jpg")));

        assertThat(content(key("page.jpg"))).isEqualTo(bytes("the page"));
    }

    @Test
    void saysThatWrongSettingsNeedAChange() throws Exception {
        for (String setting : new String[] {"bucket", "access-key-id", "access-key-secret"}) {
            var settings = new HashMap<>(emulator.settings());
            settings.put("hongbi.object-store.oss." + setting, "another-one");
            var misled = ObjectStores.of(settings);

            assertThatExceptionOfType(ObjectStoreUnavailable.class)
                    .isThrownBy(() -> misled.open(key("page.jpg")))
                    .satisfies(e -> assertThat(e.retryable()).as(setting).isFalse());
            assertThatExceptionOfType(ObjectStoreUnavailable.class)
                    .isThrownBy(() -> misled.head(key("page.jpg")))
                    .satisfies(e -> assertThat(e.retryable()).as(setting).isFalse());
            ((AutoCloseable) misled).close();
        }
    }

    @Test
    void correctsAClockThatIsFarOff() throws Exception {
        var hourAhead = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (var later = OssEmulator.start(emulator.account(), hourAhead)) {
            var behind = ObjectStores.of(later.settings());

            assertThatExceptionOfType(ObjectStoreUnavailable.class)
                    .isThrownBy(() -> behind.open(key("page.jpg")))
                    .satisfies(e -> assertThat(e.retryable()).isTrue());

            assertThat(behind.head(key("page.jpg"))).isEmpty();
            ((AutoCloseable) behind).close();
        }
    }

    @Test
    void signsForTheWholeTimeAskedFor() {
        for (int i = 0; i < 500; i++) { // the SDK reads the clock again, often a millisecond later
            assertThat(store.signedUrl(key("page.jpg"), Duration.ofSeconds(1)))
                    .hasParameter("x-oss-expires", "1");
        }
    }

    @Test
    void pointsSignedUrlsAtThePublicDomain() throws Exception {
        var settings = new HashMap<>(emulator.settings());
        settings.put("hongbi.object-store.oss.public-endpoint", "https://photos.example.org");
        var store = ObjectStores.of(settings);

        var url = store.signedUrl(key("page.jpg"), Duration.ofMinutes(5));

        assertThat(url).hasScheme("https").hasHost("photos.example.org");
        assertThat(url).hasPath("/" + key("page.jpg")).hasParameter("x-oss-expires", "300");
        ((AutoCloseable) store).close();
    }
}
