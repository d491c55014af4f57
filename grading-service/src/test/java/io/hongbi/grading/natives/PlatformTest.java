package io.hongbi.grading.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void namesLibrariesThatAreOnTheClassPath() {
        var platform = Platform.here();
        var loader = PlatformTest.class.getClassLoader();

        assertThat(Stream.concat(platform.openCv().stream(), platform.onnxRuntime().stream()))
                .isNotEmpty()
                .allSatisfy(resource ->
                        assertThat(loader.getResource(resource)).as(resource).isNotNull());
    }

    @Test
    void tellsMachinesApart() {
        assertThat(Platform.of("Linux", "amd64")).hasToString("linux-x86_64");
        assertThat(Platform.of("Linux", "aarch64")).hasToString("linux-arm64");
        assertThat(Platform.of("Mac OS X", "aarch64")).hasToString("macosx-arm64");
    }

    @Test
    void refusesMachinesWithoutLibraries() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .withMessageContaining("Windows 11");
    }
}
