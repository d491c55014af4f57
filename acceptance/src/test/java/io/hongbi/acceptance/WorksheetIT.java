package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sheet from its design to the marks on its photo, as a teacher and a pupil see it. */
class WorksheetIT {

    private final RunningSuite suite = RunningSuite.shared();
    private final Http teacher = as("TEACHER_TOKEN");

    @TempDir private Path folder;

    @Test
    void isDesignedProvedPrintedHandedInReadAndMarked() throws IOException {
        JsonNode sheet = sheets().made();
        String path = "/api/v1/worksheets/" + sheet.path("id").asString();

        JsonNode proof = Http.json(teacher.post(path + "/proof", ""));
        assertThat(proof.path("equal").asBoolean()).as(proof.toString()).isTrue();
        assertThat(proof.path("cells").asInt()).isGreaterThan(100);

        List<byte[]> photos = sheets().photographed(sheet, 0, TeachersSheet.answers("20260001"));

        JsonNode read = sheets().handedIn(sheets().assigned(sheet), photos);

        assertThat(read.path("state").asString()).isEqualTo("needs-review");
        assertThat(read.path("sheet").path("missing")).isEmpty();
        JsonNode seen = teacher.json("/api/v1/submissions/" + read.path("id").asString());
        assertThat(verdict(seen, "q1")).isEqualTo("right");
        assertThat(verdict(seen, "q2")).isEqualTo("wrong");
        assertThat(verdict(seen, "q18")).isEqualTo("wrong");
        assertThat(verdict(seen, "q20")).isEqualTo("not-marked");
        assertThat(verdict(seen, "q9")).isIn("right", "doubtful");
        for (int page = 1; page <= sheet.path("pages").asInt(); page++) {
            isAPicture(seen, page);
        }
    }

    @Test
    void sendsBackWhatIsPrintedForSomebodyElse() throws IOException {
        JsonNode sheet = sheets().made();
        List<byte[]> photos = sheets().photographed(sheet, 1, "{\"q1\": \"B\"}");

        JsonNode read = sheets().handedIn(sheets().assigned(sheet), photos);

        assertThat(read.path("state").asString()).isEqualTo("retake");
        for (JsonNode page : read.path("pages")) {
            assertThat(page.path("reading").path("quality").path("reasons").toString())
                    .isEqualTo("[\"wrong-student\"]");
        }
    }

    private void isAPicture(JsonNode submission, int page) throws IOException {
        HttpResponse<byte[]> picture =
                teacher.bytes(
                        "/api/v1/submissions/%s/pages/%d/annotated"
                                .formatted(submission.path("id").asString(), page));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body()))).isNotNull();
    }

    private static String verdict(JsonNode submission, String item) {
        for (JsonNode mark : submission.path("marks")) {
            if (mark.path("itemId").asString().equals(item)) {
                return mark.path("verdict").asString();
            }
        }
        throw new AssertionError("No mark of " + item);
    }

    private TeachersSheet sheets() {
        return new TeachersSheet(suite, folder);
    }

    private Http as(String token) {
        return new Http(suite.school().url(), suite.school().value(token));
    }
}
