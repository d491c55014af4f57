package io.hongbi.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the jars as they are packaged; modules before this one make them. */
class ImagesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {"gateway", "submission-service", "grading-service", "notification-service"})
    void haveALayoutThatStartsWithItsAotCache(String service) throws Exception {
        var check =
                new ProcessBuilder(Path.of("images", "check").toString(), service)
                        .redirectErrorStream(true);
        var java = Path.of(System.getProperty("java.home"), "bin").toString();
        check.environment().merge("PATH", java, (path, _) -> java + File.pathSeparator + path);

        var process = check.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
    }
}
