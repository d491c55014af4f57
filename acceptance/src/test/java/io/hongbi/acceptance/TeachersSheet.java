package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A teacher's sheet on its way: designed, assigned, printed for the class, handed in by a pupil.
 */
final class TeachersSheet {

    private final RunningSuite suite;
    private final Path folder;
    private final Http teacher;
    private final Http student;

    TeachersSheet(RunningSuite suite, Path folder) {
        this.suite = suite;
        this.folder = folder;
        this.teacher = new Http(suite.school().url(), suite.school().value("TEACHER_TOKEN"));
        this.student = new Http(suite.school().url(), suite.school().value("STUDENT_TOKEN"));
    }

    JsonNode made() throws IOException {
        try (InputStream design = getClass().getResourceAsStream("/worksheet.json")) {
            String json =
                    new String(
                            Objects.requireNonNull(design).readAllBytes(), StandardCharsets.UTF_8);
            HttpResponse<String> answer = teacher.post("/api/v1/worksheets", json);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return Http.json(answer);
        }
    }

    byte[] layout(JsonNode sheet) throws IOException {
        String path = "/api/v1/worksheets/" + sheet.path("id").asString();
        return teacher.bytes(path + "/layout.json").body();
    }

    String assigned(JsonNode sheet) {
        HttpResponse<String> answer =
                teacher.post(
                        "/api/v1/classes/%s/assignments"
                                .formatted(suite.school().value("CLASS_ID")),
                        "{\"title\": \"练习\", \"kind\": \"worksheet\", \"worksheetId\": \"%s\"}"
                                .formatted(sheet.path("id").asString()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Http.json(answer).path("id").asString();
    }

    /** Photos of the copy printed for the student of the class with that place in its list. */
    List<byte[]> photographed(JsonNode sheet, int place, String answers) throws IOException {
        String path = "/api/v1/worksheets/" + sheet.path("id").asString();
        int pages = sheet.path("pages").asInt();
        byte[] layout = layout(sheet);
        HttpResponse<byte[]> pdf =
                teacher.bytes(path + "/sheet.pdf?classId=" + suite.school().value("CLASS_ID"));
        assertThat(pdf.statusCode()).isEqualTo(200);
        return new PrintedPages(suite.place(), folder)
                .print(pdf.body(), place * pages, pages)
                .photographed(layout, answers);
    }

    /** The submission once all its pages are read. */
    JsonNode handedIn(String assignment, List<byte[]> photos) {
        return HandedIn.read(student, assignment, photos);
    }

    /** Wrong in the second item, incomplete in the eighteenth. */
    static String answers(String studentNumber) {
        return """
        {"studentNumber": "%s", "q1": "B", "q2": "D", "q3": "A", "q4": "D", "q5": "AC",
         "q6": "B", "q7": "F", "q8": "T", "q9": "43", "q10": "115", "q11": "1000",
         "q12": "36", "q13": "-4.5", "q14": "12.50", "q15": "C", "q16": "APPLE",
         "q17": "B", "q18": "BD", "q19": "12", "q20": "120"}
        """
                .formatted(studentNumber);
    }
}
