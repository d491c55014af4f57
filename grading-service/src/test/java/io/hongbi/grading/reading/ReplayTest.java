package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SamplePhotos;
import io.hongbi.grading.simulation.sums.SumsLayout;
import io.hongbi.grading.simulation.sums.SumsPhotos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A hundred stored photos read again, in another order: the same to the last bit. */
class ReplayTest {

    private static final int PAGES = 50;

    @TempDir private Path folder;

    @Test
    void readsStoredPhotosAgainAsTheyWereRead() throws IOException {
        var files = stored();
        assertThat(files).hasSize(2 * PAGES);

        var first = readings(files);
        var again = readings(files.reversed());

        assertThat(first).hasSize(2 * PAGES);
        assertThat(first.values().stream().filter(r -> r.contains("\"expression\":\"")).count())
                .isGreaterThan(PAGES - 5);
        assertThat(again).isEqualTo(first);
    }

    private List<String> stored() throws IOException {
        var sums = new SumsPhotos(Hands.drawn(), 1400);
        var pages = new SamplePhotos(1);
        var rungs =
                List.of(Rung.PLAIN, Rung.TILTED_6, Rung.NOISE_20, Rung.SOFT_SHADOW, Rung.JPEG_15);
        var files = new ArrayList<String>();
        for (int seed = 0; seed < PAGES; seed++) {
            var page = sums.photo(SumsLayout.usual(), rungs.get(seed % rungs.size()), seed);
            files.add(file("sums-" + seed, page.jpeg()));
            files.add(
                    file(
                            "page-" + seed,
                            (seed % 2 == 0 ? pages.goodPage(seed) : pages.halfPage(seed)).jpeg()));
        }
        return files;
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name + ".jpg"), content).toString();
    }

    /** Each file's reading as it is printed. */
    private static Map<String, String> readings(List<String> files) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var arguments = new ArrayList<>(List.of("--kind", "arithmetic"));
        arguments.addAll(files);

        assertThat(new ReadCommand(stream, stream).execute(arguments.toArray(String[]::new)))
                .isZero();

        var json = JsonMapper.builder().build();
        var readings = new HashMap<String, String>();
        out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(json::readTree)
                .forEach(line ->
                        readings.put(line.at("/file").asString(), line.at("/reading").toString()));
        return readings;
    }
}
