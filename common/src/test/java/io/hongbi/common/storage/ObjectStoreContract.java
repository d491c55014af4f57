package io.hongbi.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every object store. A store's test extends it; it leaves nothing behind, so that
 * it can run against a bucket in use.
 */
public abstract class ObjectStoreContract extends SignedUrlContract {

    @Test
    void opensWhatWasPut() throws IOException {
        store().put(key("page.jpg"), bytes("the page"), JPEG);

        assertThat(content(key("page.jpg"))).isEqualTo(bytes("the page"));
    }

    @Test
    void storesFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("spooled"), "from a file");

        store().put(key("file.jpg"), file, JPEG);

        assertThat(content(key("file.jpg"))).isEqualTo(bytes("from a file"));
        assertThat(file).exists();
    }

    @Test
    void refusesToOverwriteAnObject() throws IOException {
        store().put(key("page.jpg"), bytes("first"), JPEG);

        assertThatExceptionOfType(ObjectAlreadyExists.class)
                .isThrownBy(() -> store().put(key("page.jpg"), bytes("second"), JPEG))
                .satisfies(e -> assertThat(e.key()).isEqualTo(key("page.jpg")));

        assertThat(content(key("page.jpg"))).isEqualTo(bytes("first"));
    }

    @Test
    void storesEmptyObjects() throws IOException {
        store().put(key("empty"), new byte[0], JPEG);

        assertThat(content(key("empty"))).isEmpty();
        assertThat(part(key("empty"), 0, 10)).isEmpty();
        assertThat(store().head(key("empty")))
                .hasValueSatisfying(o -> assertThat(o.bytes()).isZero());
    }

    @Test
    void stores20Megabytes(@TempDir Path folder) throws IOException {
        var content = new byte[20 * 1024 * 1024];
        new Random(7).nextBytes(content);
        Path file = Files.write(folder.resolve("large"), content);

        store().put(key("large.jpg"), file, JPEG);

        assertThat(content(key("large.jpg"))).isEqualTo(content);
        assertThat(get(store().signedUrl(key("large.jpg"), HOUR)).body()).isEqualTo(content);
    }

    @Test
    void opensPartsOfAnObject() throws IOException {
        store().put(key("digits"), bytes("0123456789"), JPEG);

        assertThat(part(key("digits"), 0, 3)).isEqualTo(bytes("012"));
        assertThat(part(key("digits"), 4, 2)).isEqualTo(bytes("45"));
        assertThat(part(key("digits"), 8, 100)).isEqualTo(bytes("89"));
        assertThat(part(key("digits"), 9, Long.MAX_VALUE)).isEqualTo(bytes("9"));
        assertThat(part(key("digits"), 10, 1)).isEmpty();
        assertThat(part(key("digits"), 5, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store().open(key("digits"), -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store().open(key("digits"), 1, -1));
    }

    @Test
    void closesBeforeTheEndAndOpensAgain() throws IOException {
        store().put(key("page.jpg"), new byte[1_000_000], JPEG);

        for (int i = 0; i < 20; i++) {
            try (InputStream stream = store().open(key("page.jpg"))) {
                assertThat(stream.read()).isZero();
            }
        }

        assertThat(content(key("page.jpg"))).hasSize(1_000_000);
    }

    @Test
    void missesObjectsThatWereNeverPut() {
        ObjectKey missing = key("missing");

        assertThat(store().head(missing)).isEmpty();
        assertThatExceptionOfType(ObjectNotFound.class)
                .isThrownBy(() -> store().open(missing))
                .satisfies(e -> assertThat(e.key()).isEqualTo(missing));
        assertThatExceptionOfType(ObjectNotFound.class)
                .isThrownBy(() -> store().open(missing, 1, 0));
        store().delete(missing);
    }

    @Test
    void knowsSizeAndTimeOfAnObject() {
        Instant before = Instant.now();

        store().put(key("page.jpg"), bytes("eight by"), JPEG);

        var object = store().head(key("page.jpg")).orElseThrow();
        assertThat(object.key()).isEqualTo(key("page.jpg"));
        assertThat(object.bytes()).isEqualTo(8);
        assertThat(object.storedAt())
                .isBetween(before.minus(1, ChronoUnit.MINUTES), before.plus(1, ChronoUnit.MINUTES));
    }

    @Test
    void forgetsDeletedObjects() throws IOException {
        store().put(key("page.jpg"), bytes("first"), JPEG);

        store().delete(key("page.jpg"));

        assertThat(store().head(key("page.jpg"))).isEmpty();
        assertThat(store().list(prefix(), null, 10)).isEmpty();
        store().put(key("page.jpg"), bytes("second"), JPEG);
        assertThat(content(key("page.jpg"))).isEqualTo(bytes("second"));
    }

    @Test
    void letsExactlyOneOfManyWritersWin() throws Exception {
        int writers = 12;
        var attempts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < writers; i++) {
            var content = ("writer " + i + " ").repeat(20_000);
            attempts.add(() -> puts(key("contested.jpg"), bytes(content)));
        }

        var won = allOf(attempts);

        assertThat(won).containsOnlyOnce(true);
        String winner = ("writer " + won.indexOf(true) + " ").repeat(20_000);
        assertThat(content(key("contested.jpg"))).isEqualTo(bytes(winner));
        assertThat(store().list(prefix(), null, 10)).hasSize(1);
    }

    private boolean puts(ObjectKey key, byte[] content) {
        try {
            store().put(key, content, JPEG);
            return true;
        } catch (ObjectAlreadyExists _) {
            return false;
        }
    }

    private static List<Boolean> allOf(List<Callable<Boolean>> attempts)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(attempts.size())) {
            var results = new ArrayList<Boolean>();
            for (Future<Boolean> result : threads.invokeAll(attempts)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
