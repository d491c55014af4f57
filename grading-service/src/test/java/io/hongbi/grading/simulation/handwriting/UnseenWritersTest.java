package io.hongbi.grading.simulation.handwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnseenWritersTest {

    private static final Path DATA =
            Path.of(Objects.requireNonNullElse(System.getenv("HONGBI_DATA"), "../../shared/data"));

    /** Ten, as {@code sources.strokes("test")} of the training has. */
    @Test
    void areThoseWhomTheTrainingKeepsForItsLastTest() {
        assumeThat(Files.exists(DATA.resolve("strokes/unipen.npz")))
                .as("the data folder, %s, has UNIPEN's strokes", DATA)
                .isTrue();

        var writers = UnseenWriters.in(DATA);

        assertThat(writers).hasSize(10);
        assertThat(writers)
                .filteredOn(writer -> "0123456789".chars().allMatch(c -> writer.writes((char) c)))
                .hasSize(7);
        assertThat(writers)
                .allSatisfy(writer -> {
                    for (char character : writer.characters().toCharArray()) {
                        for (long seed = 0; seed < 20; seed++) {
                            var drawing = writer.draw(character, new Random(seed));
                            assertThat(Math.max(drawing.width(), drawing.height()))
                                    .isBetween(0.99, 1.01);
                            assertThat(drawing.isLine() && "1I-".indexOf(character) < 0)
                                    .as("%s is one straight line", character)
                                    .isFalse();
                        }
                    }
                });
    }

    @Test
    void areNoneWhereThereAreNoData(@TempDir Path empty) {
        assertThat(UnseenWriters.in(empty)).isEmpty();
    }
}
