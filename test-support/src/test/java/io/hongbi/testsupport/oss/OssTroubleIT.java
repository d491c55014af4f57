package io.hongbi.testsupport.oss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.hongbi.common.storage.ObjectAlreadyExists;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.common.storage.ObjectStores;
import io.hongbi.testsupport.net.BreakableProxy;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The OSS adapter when the network between it and the bucket breaks. */
class OssTroubleIT {

    private static final String JPEG = "image/jpeg";

    /** One attempt that waits for 500 ms, with room for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    /** Three attempts, and the SDK's pauses of 0.6 and 1.2 s between them. */
    private static final Duration PATIENT_BOUND = Duration.ofSeconds(8);

    private static OssEmulator emulator;
    private static BreakableProxy proxy;
    private static ObjectStore direct;
    private static ObjectStore patient;
    private static ObjectStore store;

    private final ObjectKey key = new ObjectKey("trouble/" + UUID.randomUUID() + ".jpg");

    @BeforeAll
    static void start() {
        emulator = OssEmulator.start();
        direct = ObjectStores.of(emulator.settings());
        proxy =
                BreakableProxy.to(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), emulator.port()));
        var endpoint = URI.create("http://127.0.0.1:" + proxy.address().getPort());
        var settings = new HashMap<>(emulator.settings(endpoint));
        settings.put("hongbi.object-store.oss.read-timeout", "500ms");
        settings.put("hongbi.object-store.oss.lease-timeout", "500ms");
        settings.put("hongbi.object-store.oss.max-connections", "4");
        patient = ObjectStores.of(settings);
        settings.put("hongbi.object-store.oss.retries", "0");
        store = ObjectStores.of(settings);
    }

    @AfterAll
    static void stop() throws Exception {
        ((AutoCloseable) store).close();
        ((AutoCloseable) patient).close();
        ((AutoCloseable) direct).close();
        proxy.close();
        emulator.close();
    }

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @Test
    void isUnavailableSoonWhenNobodyListens() {
        proxy.refuse();

        assertAllUnavailableInTime();
    }

    @Test
    void isUnavailableSoonWhenNobodyAnswers() {
        proxy.hang();

        assertAllUnavailableInTime();
        assertUnavailableWithin(PATIENT_BOUND, () -> patient.head(key));
    }

    @Test
    void isUnavailableSoonWhenAllConnectionsAreInUse() throws Exception {
        direct.put(key, new byte[5_000_000], JPEG);
        var open = List.of(store.open(key), store.open(key), store.open(key), store.open(key));

        assertUnavailableWithin(BOUND, () -> store.open(key));

        for (InputStream stream : open) {
            stream.close();
        }
        assertThat(store.head(key)).isPresent();
    }

    @Test
    void worksAgainOnceTheNetworkDoes() throws Exception {
        direct.put(key, "page".getBytes(UTF_8), JPEG);
        proxy.cut();

        assertThat(patient.head(key)).isPresent();

        proxy.refuse();
        assertUnavailableWithin(BOUND, () -> store.head(key));
        proxy.heal();

        assertThat(store.head(key)).isPresent();
    }

    @Test
    void knowsItsOwnPutAgainWhenTheAnswerWasLost() throws Exception {
        proxy.cutNextAnswers(1);

        patient.put(key, "page".getBytes(UTF_8), JPEG);

        try (var content = store.open(key)) {
            assertThat(content.readAllBytes()).isEqualTo("page".getBytes(UTF_8));
        }
    }

    @Test
    void doesNotTakeAnothersPutForItsOwnWhenTheAnswerWasLost() {
        direct.put(key, "first".getBytes(UTF_8), JPEG);
        proxy.cutNextAnswers(1);

        assertThatExceptionOfType(ObjectAlreadyExists.class)
                .isThrownBy(() -> patient.put(key, "first".getBytes(UTF_8), JPEG));
    }

    @Test
    void putsBytesWithPatienceOnASlowLine() {
        proxy.delay(Duration.ofMillis(20));

        store.put(key, new byte[50_000], JPEG);

        assertThat(store.head(key))
                .hasValueSatisfying(o -> assertThat(o.bytes()).isEqualTo(50_000));
    }

    @Test
    void tellsTheReaderWhenTheRestOfAnObjectDoesNotCome() throws Exception {
        direct.put(key, new byte[8_000_000], JPEG);

        try (InputStream content = store.open(key)) {
            assertThat(content.read()).isZero();
            proxy.cut();

            assertThatIOException().isThrownBy(content::readAllBytes);
        }
    }

    private void assertAllUnavailableInTime() {
        List<ThrowingCallable> calls =
                List.of(
                        () -> store.put(key, new byte[1], JPEG),
                        () -> store.open(key),
                        () -> store.open(key, 1, 2),
                        () -> store.head(key),
                        () -> store.delete(key),
                        () -> store.list("trouble/", null, 10));
        calls.forEach(call -> assertUnavailableWithin(BOUND, call));
    }

    private static void assertUnavailableWithin(Duration bound, ThrowingCallable call) {
        Instant start = Instant.now();
        assertThatExceptionOfType(ObjectStoreUnavailable.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.retryable()).isTrue());
        assertThat(Duration.between(start, Instant.now())).isLessThan(bound);
    }
}
