package io.hongbi.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest extends ObjectStoreContract {

    @TempDir private Path root;
    private SignedUrlEndpoint endpoint;
    private SignedUrls urls;
    private ObjectStore store;

    @BeforeEach
    void serveSignedUrls() throws IOException {
        endpoint = new SignedUrlEndpoint();
        urls = SignedUrls.withFreshSecret(endpoint.prefix());
        store = new FolderObjectStore(root, urls);
        endpoint.serve(store, urls);
    }

    @AfterEach
    void stopServing() {
        endpoint.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        store.put(key("page.jpg"), bytes("first"), JPEG);
        assertThatExceptionOfType(ObjectAlreadyExists.class)
                .isThrownBy(() -> store.put(key("page.jpg"), bytes("second"), JPEG));

        assertThat(filesBelow(root.resolve("incoming"))).isEmpty();
    }

    @Test
    void removesFoldersThatBecameEmpty() throws IOException {
        store.put(key("a/b/c/page.jpg"), bytes("page"), JPEG);
        store.put(key("a/page.jpg"), bytes("page"), JPEG);

        store.delete(key("a/b/c/page.jpg"));

        assertThat(root.resolve("objects").resolve(key("a/b").value())).doesNotExist();
        assertThat(store.head(key("a/page.jpg"))).isPresent();
    }

    @Test
    void removesOldLeftoversAtStartAndSparesWhatIsBeingWritten() throws IOException {
        Path old = Files.writeString(root.resolve("incoming/old.part"), "half");
        Path young = Files.writeString(root.resolve("incoming/young.part"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        var restarted = new FolderObjectStore(root, urls);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(restarted.list("", null, 10)).isEmpty();
    }

    @Test
    void sharesItsRootWithOtherProcesses() throws IOException {
        var other = new FolderObjectStore(root, urls);

        store.put(key("page.jpg"), bytes("page"), JPEG);

        assertThat(other.head(key("page.jpg"))).isPresent();
        assertThatExceptionOfType(ObjectAlreadyExists.class)
                .isThrownBy(() -> other.put(key("page.jpg"), bytes("page"), JPEG));
    }

    @Test
    void keepsPhotosFromOtherUsersOfTheMachine() throws IOException {
        assertThat(Files.getPosixFilePermissions(root.resolve("objects")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void isUnavailableWhereItsFolderIsGone() throws IOException {
        store.put(key("page.jpg"), bytes("page"), JPEG);
        Files.move(root.resolve("objects"), root.resolve("unmounted"));

        for (Runnable call :
                List.<Runnable>of(
                        () -> store.open(key("page.jpg")),
                        () -> store.head(key("page.jpg")),
                        () -> store.list("", null, 10),
                        () -> store.put(key("other.jpg"), bytes("page"), JPEG))) {
            assertThatExceptionOfType(ObjectStoreUnavailable.class).isThrownBy(call::run);
        }

        Files.move(root.resolve("unmounted"), root.resolve("objects"));
        assertThat(store.head(key("page.jpg"))).isPresent();
    }

    @Test
    void refusesKeysBelowOtherKeys() {
        store.put(key("a"), bytes("page"), JPEG);
        store.put(key("b/c"), bytes("page"), JPEG);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put(key("a/b"), bytes("page"), JPEG));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put(key("b"), bytes("page"), JPEG));
        assertThat(store.head(key("a/b"))).isEmpty();
        assertThatExceptionOfType(ObjectNotFound.class).isThrownBy(() -> store.open(key("b")));
    }

    @Test
    void blamesTheCallerForAFileThatIsNotThere() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.put(key("page.jpg"), root.resolve("none"), JPEG));
    }

    @Test
    void overlooksFilesThatAreNoObjects() throws IOException {
        Files.writeString(root.resolve("objects/.DS_Store"), "foreign");

        assertThat(store.list("", null, 10)).isEmpty();
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
