package io.hongbi.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the jars that ship, by the steps of the Dockerfile but without a container engine. */
class ImagesIT {

    private static final String CHECK = Script.root().resolve("deploy/images/check").toString();

    @ParameterizedTest
    @ValueSource(
            strings = {"gateway", "submission-service", "grading-service", "notification-service"})
    void haveALayoutThatStartsWithItsAotCache(String service) throws Exception {
        var check = new ProcessBuilder(CHECK, service).redirectErrorStream(true);
        var java = Path.of(System.getProperty("java.home"), "bin").toString();
        check.environment().merge("PATH", java, (path, _) -> java + File.pathSeparator + path);

        var process = check.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
    }
}
