package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.suite.Applications;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of sums, some answered wrongly, from the photo to its marks. */
class SumsIT {

    private final RunningSuite suite = RunningSuite.shared();
    private final Http student =
            new Http(suite.school().url(), suite.school().value("STUDENT_TOKEN"));

    @TempDir private Path folder;

    @Test
    void isHandedInReadMarkedAndDrawn() throws IOException {
        Path truth = folder.resolve("truth.json");
        Path photos = folder.resolve("photos");
        List<String> command = new ArrayList<>(new Applications(suite.place()).reader());
        command.addAll(
                List.of(
                        "samples",
                        "--sums",
                        "--count",
                        "1",
                        "--seed",
                        "7",
                        "--out",
                        photos.toString(),
                        "--truth",
                        truth.toString()));
        PrintedPages.run(suite.place(), command);
        JsonNode written = JsonMapper.builder().build().readTree(truth.toFile()).at("/sums-7");
        long right = written.valueStream().filter(sum -> sum.path("right").asBoolean()).count();

        JsonNode seen =
                HandedIn.read(
                        student,
                        suite.school().sumsAssignment(),
                        List.of(Files.readAllBytes(photos.resolve("sums-7.jpg"))));

        assertThat(seen.path("state").asString()).isIn("released", "needs-review");
        assertThat(seen.path("marks").size()).isBetween(written.size() - 3, written.size() + 1);
        assertThat(seen.at("/score/max").asInt()).isEqualTo(seen.path("marks").size());
        long told = verdicts(seen, "right");
        assertThat(untrue(seen, written)).isEmpty();
        assertThat(told).isGreaterThanOrEqualTo(right / 2);
        assertThat(verdicts(seen, "wrong")).isPositive();
        assertThat(seen.at("/score/value").asLong()).isEqualTo(told);
        for (JsonNode mark : seen.path("marks")) {
            if (mark.path("verdict").asString().equals("wrong")) {
                assertThat(mark.path("reason").asString())
                        .contains(mark.path("expected").asString())
                        .contains(mark.path("response").asString());
            }
        }
        HttpResponse<byte[]> drawn =
                student.bytes(
                        "/api/v1/submissions/%s/pages/1/annotated"
                                .formatted(seen.path("id").asString()));
        assertThat(ImageIO.read(new ByteArrayInputStream(drawn.body()))).isNotNull();
    }

    /** What is said for sure, and the page says otherwise; of equal sums any may be meant. */
    private static List<String> untrue(JsonNode seen, JsonNode written) {
        return seen.path("marks")
                .valueStream()
                .filter(mark -> !mark.path("verdict").asString().equals("doubtful"))
                .filter(mark ->
                        written.valueStream()
                                .filter(sum -> expression(seen, mark).equals(asked(sum)))
                                .noneMatch(sum -> isTrue(mark, sum)))
                .map(mark -> expression(seen, mark) + " " + mark)
                .toList();
    }

    private static boolean isTrue(JsonNode mark, JsonNode sum) {
        boolean right = sum.path("right").asBoolean();
        boolean blank = sum.path("response").isNull();
        return switch (mark.path("verdict").asString()) {
            case "right" -> right;
            case "wrong" -> !right && !blank;
            case "blank" -> blank;
            default -> false;
        };
    }

    private static String expression(JsonNode seen, JsonNode mark) {
        return seen.at("/pages/0/reading/items")
                .valueStream()
                .filter(item -> item.path("itemId").equals(mark.path("itemId")))
                .map(SumsIT::asked)
                .findFirst()
                .orElseThrow();
    }

    private static String asked(JsonNode sum) {
        return sum.path("expression").asString();
    }

    private static long verdicts(JsonNode submission, String verdict) {
        return submission
                .path("marks")
                .valueStream()
                .filter(mark -> mark.path("verdict").asString().equals(verdict))
                .count();
    }
}
