package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Applications;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of sums, some answered wrongly, from the photo to its marks. */
class SumsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

        JsonNode seen = handedIn(Files.readAllBytes(photos.resolve("sums-7.jpg")));

        assertThat(seen.path("state").asString()).isIn("released", "needs-review");
        assertThat(seen.path("marks").size()).isBetween(written.size() - 3, written.size() + 1);
        assertThat(seen.at("/score/max").asInt()).isEqualTo(seen.path("marks").size());
        long told = verdicts(seen, "right");
        assertThat(told).isBetween(right / 2, right + 1);
        assertThat(verdicts(seen, "wrong")).isBetween(1L, written.size() - right);
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

    private JsonNode handedIn(byte[] photo) {
        HttpResponse<String> answer =
                student.upload(
                        "/api/v1/assignments/%s/submissions"
                                .formatted(suite.school().sumsAssignment()),
                        List.of(photo));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String path = "/api/v1/submissions/" + Http.json(answer).path("id").asString();
        List<JsonNode> seen = new ArrayList<>();
        boolean read =
                Waiting.until(
                        () -> {
                            seen.addFirst(student.json(path));
                            return !seen.getFirst().at("/pages/0/reading").isNull();
                        },
                        PATIENCE);
        assertThat(read).isTrue();
        return seen.getFirst();
    }

    private static long verdicts(JsonNode submission, String verdict) {
        return submission
                .path("marks")
                .valueStream()
                .filter(mark -> mark.path("verdict").asString().equals(verdict))
                .count();
    }
}
