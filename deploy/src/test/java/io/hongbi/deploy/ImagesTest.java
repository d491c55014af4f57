package io.hongbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesTest {

    private final List<String> dockerfile =
            Files.readAllLines(Path.of("..", "deploy", "images", "Dockerfile"));

    ImagesTest() throws IOException {}

    @Test
    void runAsSomebodyWithoutRights() {
        assertThat(startingWith("USER ")).containsExactly("USER 10001:10001");
        assertThat(startingWith("ENTRYPOINT ")).singleElement().asString().contains("[\"java\"");
    }

    @Test
    void takeNothingFromTheNetThatMayChange() {
        assertThat(startingWith("ADD ")).isEmpty();
        assertThat(startingWith("RUN ")).noneMatch(line -> line.matches(".*(curl|wget|apt-get).*"));
        assertThat(startingWith("ARG JAVA="))
                .singleElement()
                .asString()
                .matches("ARG JAVA=.+:.*[0-9].*");
        assertThat(startingWith("# syntax")).as("asks a registry").isEmpty();
    }

    private List<String> startingWith(String word) {
        return dockerfile.stream().filter(line -> line.startsWith(word)).toList();
    }
}
