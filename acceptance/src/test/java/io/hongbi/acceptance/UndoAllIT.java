package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever a teacher does to the marks of the demo's worksheet can be taken back, all of it. */
class UndoAllIT {

    private static final String WORD = "只给老师看";

    private final RunningSuite suite = RunningSuite.shared();
    private final Http teacher =
            new Http(suite.school().url(), suite.school().value("TEACHER_TOKEN"));
    private final String path =
            "/api/v1/assignments/" + suite.school().value("WORKSHEET_ASSIGNMENT_ID");
    private final List<String> done = new ArrayList<>();

    @Test
    void bringsBackTheMarksOfBefore() {
        var before = marks();
        var key = teacher.json(path + "/keys").path("keys").path("q1");
        var right = key.path("answers").path(0).asString();
        var wrong = right.equals("A") ? "B" : "A";
        var papers = papers();

        act(path + "/keys", "{\"keys\": {\"q1\": \"%s\"}}".formatted(wrong));
        var wronged = marks();
        assertThat(wronged).as("a wrong key").isNotEqualTo(before);

        var tried =
                posted(path + "/keys?dryRun=true", "{\"keys\": {\"q1\": \"%s\"}}".formatted(right));
        assertThat(tried.path("gains")).as("who gains by the right one").isNotEmpty();
        assertThat(marks()).as("a dry run").isEqualTo(wronged);

        act(
                path + "/keys",
                "{\"keys\": {\"q1\": \"%s\", \"q2\": {\"points\": 7.25}}}".formatted(right));
        act(papers.get(0) + "/items/q2/overrides", "{\"mark\": 0.25, \"comment\": \"看了原卷\"}");
        act(papers.get(1) + "/items/q1/overrides", "{\"mark\": 0, \"scope\": \"group\"}");
        act(papers.get(2) + "/items/q3/overrides", "{\"response\": \"B\"}");
        act(path + ":release", "");
        var corrected = marks();
        assertThat(corrected).isNotEqualTo(before).isNotEqualTo(wronged);
        assertThat(exported()).as("the export").contains("0.25");

        Collections.shuffle(done, new Random(5)); // the order does not matter
        var undoings = done.stream().map(this::undone).toList();
        assertThat(marks()).as("all is undone").isEqualTo(before);

        undoings.forEach(this::undone);
        assertThat(marks()).as("all undoings are undone").isEqualTo(corrected);

        done.forEach(this::undone);
        assertThat(marks()).as("all is undone again").isEqualTo(before);
    }

    /** Neither in the inbox nor on the papers, before anything is released. */
    @Test
    void tellsStudentsNothingOfIt() {
        var student = new Http(suite.school().url(), suite.school().value("STUDENT_TOKEN"));
        var papers = papers();
        papers.forEach(paper ->
                act(
                        paper + "/items/q10/overrides",
                        "{\"mark\": 4.37, \"comment\": \"" + WORD + "\"}"));
        act(path + "/keys", "{\"keys\": {\"q9\": \"Z\"}}");
        assertThat(marks().toString()).as("what the teacher sees").contains("4.37");

        assertThat(student.json("/api/v1/me/inbox").path("items")).isNotEmpty();
        for (var address : List.of("/api/v1/me", "/api/v1/me/inbox?limit=200")) {
            assertThat(student.get(address).body())
                    .doesNotContain("4.37", WORD, "expected", "score");
        }
        assertThat(papers)
                .extracting(paper -> student.get(paper).body())
                .allSatisfy(
                        seen -> assertThat(seen).doesNotContain("4.37", WORD, "\"expected\":\""));

        done.forEach(this::undone);
    }

    private void act(String address, String json) {
        done.add(posted(address, json).path("actionId").asString());
    }

    /** The undoing. */
    private String undone(String action) {
        return posted("/api/v1/actions/" + action + ":undo", "")
                .path("action")
                .path("id")
                .asString();
    }

    private JsonNode posted(String address, String json) {
        var answer = teacher.post(address, json);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Http.json(answer);
    }

    /** All that the teacher sees of the class's marks, as it stands in the answers. */
    private Map<String, String> marks() {
        var seen =
                papers().stream()
                        .collect(
                                Collectors.toMap(
                                        paper -> paper, paper -> marksOf(teacher.json(paper))));
        var matrix = teacher.json(path + "/matrix");
        seen.put(
                "matrix",
                matrix.path("keyVersion") + " " + matrix.path("items") + matrix.path("students"));
        return seen;
    }

    private static String marksOf(JsonNode submission) {
        return submission.path("state") + " " + submission.path("score") + submission.path("marks");
    }

    private List<String> papers() {
        return teacher.json(path + "/submissions?limit=200")
                .path("items")
                .valueStream()
                .map(line -> "/api/v1/submissions/" + line.path("id").asString())
                .sorted()
                .toList();
    }

    private String exported() {
        return new String(teacher.bytes(path + "/marks.csv").body(), StandardCharsets.UTF_8);
    }
}
