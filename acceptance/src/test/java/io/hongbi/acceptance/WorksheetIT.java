package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.process.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A sheet from its design to the marks on its photo, as a teacher and a pupil see it. */
class WorksheetIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final RunningSuite suite = RunningSuite.shared();
    private final Http teacher = as("TEACHER_TOKEN");
    private final Http student = as("STUDENT_TOKEN");

    @TempDir private Path folder;

    @Test
    void isDesignedProvedPrintedHandedInReadAndMarked() throws IOException {
        JsonNode sheet = made();
        String path = "/api/v1/worksheets/" + sheet.path("id").asString();

        JsonNode proof = Http.json(teacher.post(path + "/proof", ""));
        assertThat(proof.path("equal").asBoolean()).as(proof.toString()).isTrue();
        assertThat(proof.path("cells").asInt()).isGreaterThan(100);

        int pages = sheet.path("pages").asInt();
        byte[] layout = teacher.bytes(path + "/layout.json").body();
        String classId = suite.school().value("CLASS_ID");
        HttpResponse<byte[]> pdf = teacher.bytes(path + "/sheet.pdf?classId=" + classId);
        assertThat(pdf.statusCode()).isEqualTo(200);
        PrintedPages printed = new PrintedPages(suite.place(), folder).print(pdf.body(), 0, pages);
        List<byte[]> photos = printed.photographed(layout, answers("20260001"));
        String assignment = assigned(sheet);

        JsonNode read = handedIn(assignment, photos);

        assertThat(read.path("state").asString()).isEqualTo("needs-review");
        assertThat(read.path("sheet").path("missing")).isEmpty();
        JsonNode seen = teacher.json("/api/v1/submissions/" + read.path("id").asString());
        assertThat(verdict(seen, "q1")).isEqualTo("right");
        assertThat(verdict(seen, "q2")).isEqualTo("wrong");
        assertThat(verdict(seen, "q18")).isEqualTo("wrong");
        assertThat(verdict(seen, "q20")).isEqualTo("not-marked");
        assertThat(verdict(seen, "q9")).isIn("right", "doubtful");
        for (int page = 1; page <= pages; page++) {
            isAPicture(seen, page);
        }
    }

    @Test
    void sendsBackWhatIsPrintedForSomebodyElse() throws IOException {
        JsonNode sheet = made();
        String path = "/api/v1/worksheets/" + sheet.path("id").asString();
        int pages = sheet.path("pages").asInt();
        byte[] layout = teacher.bytes(path + "/layout.json").body();
        String classId = suite.school().value("CLASS_ID");
        byte[] pdf = teacher.bytes(path + "/sheet.pdf?classId=" + classId).body();
        PrintedPages second = new PrintedPages(suite.place(), folder).print(pdf, pages, pages);
        List<byte[]> photos = second.photographed(layout, "{\"q1\": \"B\"}");

        JsonNode read = handedIn(assigned(sheet), photos);

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

    private JsonNode made() throws IOException {
        try (InputStream design = getClass().getResourceAsStream("/worksheet.json")) {
            String json =
                    new String(
                            Objects.requireNonNull(design).readAllBytes(), StandardCharsets.UTF_8);
            HttpResponse<String> answer = teacher.post("/api/v1/worksheets", json);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return Http.json(answer);
        }
    }

    private String assigned(JsonNode sheet) {
        HttpResponse<String> answer =
                teacher.post(
                        "/api/v1/classes/%s/assignments"
                                .formatted(suite.school().value("CLASS_ID")),
                        "{\"title\": \"练习\", \"kind\": \"worksheet\", \"worksheetId\": \"%s\"}"
                                .formatted(sheet.path("id").asString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.json(answer).path("id").asString();
    }

    /** The submission once all its pages are read. */
    private JsonNode handedIn(String assignment, List<byte[]> photos) {
        HttpResponse<String> answer =
                student.upload("/api/v1/assignments/%s/submissions".formatted(assignment), photos);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String path = "/api/v1/submissions/" + Http.json(answer).path("id").asString();
        List<JsonNode> seen = new ArrayList<>();
        boolean read =
                Waiting.until(
                        () -> {
                            seen.addFirst(student.json(path));
                            return seen.getFirst()
                                    .path("pages")
                                    .valueStream()
                                    .noneMatch(page -> page.path("reading").isNull());
                        },
                        PATIENCE);
        assertThat(read).isTrue();
        return seen.getFirst();
    }

    /** Wrong in the second item, incomplete in the eighteenth. */
    private static String answers(String studentNumber) {
        return """
        {"studentNumber": "%s", "q1": "B", "q2": "D", "q3": "A", "q4": "D", "q5": "AC",
         "q6": "B", "q7": "F", "q8": "T", "q9": "43", "q10": "115", "q11": "1000",
         "q12": "36", "q13": "-4.5", "q14": "12.50", "q15": "C", "q16": "APPLE",
         "q17": "B", "q18": "BD", "q19": "12", "q20": "120"}
        """
                .formatted(studentNumber);
    }

    private static String verdict(JsonNode submission, String item) {
        for (JsonNode mark : submission.path("marks")) {
            if (mark.path("itemId").asString().equals(item)) {
                return mark.path("verdict").asString();
            }
        }
        throw new AssertionError("No mark of " + item);
    }

    private Http as(String token) {
        return new Http(suite.school().url(), suite.school().value(token));
    }
}
