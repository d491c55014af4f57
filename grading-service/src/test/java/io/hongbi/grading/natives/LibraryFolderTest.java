package io.hongbi.grading.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {

    private static final List<String> RESOURCES =
            List.of("io/hongbi/grading/natives/versions.properties");

    @TempDir private Path home;

    @Test
    void unpacksOnceAndKeepsWhatIsThere() throws IOException {
        var folder = new LibraryFolder(home).unpack("some-1.0", RESOURCES);
        Files.writeString(folder.resolve("versions.properties"), "kept");

        var again = new LibraryFolder(home).unpack("some-1.0", RESOURCES);

        assertThat(again).isEqualTo(home.resolve("some-1.0")).isEqualTo(folder);
        assertThat(folder.resolve("versions.properties")).hasContent("kept");
        assertThat(home).isDirectoryNotContaining("glob:**unfinished*");
    }

    @Test
    void servesThisProcessAloneWhereTheHomeCannotBeWritten() throws IOException {
        var file = Files.writeString(home.resolve("file"), "no folder");

        var folder = new LibraryFolder(file.resolve("below")).unpack("some-1.0", RESOURCES);

        assertThat(folder).isDirectoryContaining("glob:**versions.properties");
        assertThat(folder.startsWith(home)).isFalse();
    }

    @Test
    void saysWhichFolderToChooseWhenALibraryIsMissing() {
        assertThatExceptionOfType(LibrariesNotUnpacked.class)
                .isThrownBy(() -> new LibraryFolder(home).unpack("some-1.0", List.of("no/such.so")))
                .withMessageContaining("HONGBI_NATIVE_DIR");
        assertThat(home.resolve("some-1.0")).doesNotExist();
    }
}
