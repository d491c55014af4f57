package io.hongbi.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.intake.Form;
import io.hongbi.submission.intake.image.Samples;
import io.hongbi.submission.reading.WorksheetFixture;
import io.hongbi.submission.worksheet.StoredLayouts;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint of the OpenAPI document, asked by those who may not know the key or a mark; what
 * comes back is searched. An endpoint whose path names something that this test does not know fails
 * it.
 */
class LeaksIT extends WorksheetFixture {

    /** Right answers that stand in no answer by chance, nor in an id or a time. */
    private static final List<String> KEYS = List.of("98.7", "QZXJ");

    private static final String OWN_MARK = "71.63";
    private static final String OTHERS_MARK = "71.37";
    private static final String OTHERS_ANSWER = "\"746\"";
    private static final String COMMENT = "between teachers";

    private final Map<String, String> named = new LinkedHashMap<>();
    private String others = "";

    /** An endpoint, its path filled in. */
    private record Endpoint(String method, String path, String template, JsonNode operation) {

        boolean takesForm() {
            return operation.at("/requestBody/content").has("multipart/form-data");
        }

        boolean isStream() {
            return template.endsWith("/events");
        }
    }

    /** What came back. */
    private record Answer(Endpoint endpoint, int status, String body) {}

    @BeforeEach
    void twoPapersWithMarksThatNobodyMaySee() {
        handInFor("{}");
        add(doubtful());
        var secondPaper = handIn(school.student2());
        add(secondPaper, "1002", others());
        others = secondPaper.get("id").asString();
        var keys = "/api/v1/assignments/" + assignment + "/keys";
        asTeacher()
                .post(
                        keys,
                        "{\"keys\": {\"q4\": \"98.7\", \"q6\": \"QZXJ\", \"q7\": {\"points\": 90}}}");
        var action = override(id(), OWN_MARK);
        override(others, OTHERS_MARK);
        named.put("/assignments/{id}", assignment);
        named.put("/submissions/{id}", id());
        named.put("/classes/{id}", school.schoolClass().toString());
        named.put("/classes/{classId}", school.schoolClass().toString());
        named.put("/worksheets/{id}", worksheetOf(assignment));
        named.put("/actions/{id}", action);
        named.put("/people/{id}", school.student2().toString());
        named.put("/teachers/{personId}", school.otherTeacher().toString());
        named.put("/pages/{number}", "1");
        named.put("/pages/{pageOrReceipt}", pageId(submission, 0).toString());
        named.put("/items/{itemId}", "q7");
        named.put("/excellent-notes/{submissionId}", id());
        named.put("/regrade-requests/{id}", UUID.randomUUID().toString());
        var layout = StoredLayouts.key(school.id(), WorksheetId.of(worksheetOf(assignment)), 1);
        named.put("/objects/{path}", layout.value());
    }

    @Test
    void isNotThereForTheStudent() throws IOException {
        for (var answer : answers(school.student())) {
            assertSilent(answer);
            assertWithout(answer, OWN_MARK, OTHERS_MARK, OTHERS_ANSWER, others);
        }
    }

    @Test
    void isNotThereForAnotherStudent() throws IOException {
        for (var answer : answers(school.student2())) {
            assertSilent(answer);
            assertWithout(answer, OWN_MARK, OTHERS_MARK, "\"48\"", id());
        }
    }

    @Test
    void isNotThereForATeacherOfAnotherSchool() throws IOException {
        var elsewhere = newSchool();
        for (var answer : answers(elsewhere.token(elsewhere.teacher()))) {
            assertSilent(answer);
            assertWithout(answer, OWN_MARK, OTHERS_MARK, OTHERS_ANSWER, id(), others);
        }
    }

    @Test
    void isNotThereForATeacherOfAnotherClass() throws IOException {
        for (var answer : answers(school.otherTeacher())) {
            if (!answer.endpoint().template().startsWith("/api/v1/worksheets")) { // of the school
                assertSilent(answer);
            }
            assertWithout(answer, OWN_MARK, OTHERS_MARK, OTHERS_ANSWER, id(), others);
        }
    }

    /** After release a student knows the own mark, and still no other's. */
    @Test
    void staysAmongThoseItConcerns() throws IOException {
        asTeacher().post("/api/v1/assignments/" + assignment + ":release", "");

        var answers = answers(school.student());

        assertThat(answers).anyMatch(answer -> answer.body().contains(OWN_MARK));
        for (var answer : answers) {
            assertWithout(answer, OTHERS_MARK, OTHERS_ANSWER, others, COMMENT);
        }
    }

    /** What is searched for can be found: otherwise nothing above says anything. */
    @Test
    void isThereForTheTeacher() throws IOException {
        var answers = answers(school.teacher());

        for (var secret : List.of("98.7", OWN_MARK, OTHERS_MARK, COMMENT, others)) {
            assertThat(answers).as(secret).anyMatch(answer -> answer.body().contains(secret));
        }
        assertThat(answers).anyMatch(answer -> names(answer.body(), "expected"));
    }

    private List<Answer> answers(PersonId person) throws IOException {
        return answers(school.token(person));
    }

    /** What only looks comes first, so that it sees the papers as they were made. */
    private List<Answer> answers(String token) throws IOException {
        var answers = new ArrayList<Answer>();
        for (var endpoint : endpoints()) {
            answers.add(ask(endpoint, token));
        }
        assertThat(answers).hasSizeGreaterThan(40);
        return answers;
    }

    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        http().get("/v3/api-docs")
                .json()
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        endpoints.add(
                                                new Endpoint(
                                                        method.getKey().toUpperCase(Locale.ROOT),
                                                        filled(path.getKey()),
                                                        path.getKey(),
                                                        method.getValue()))));
        endpoints.sort((one, other) -> Boolean.compare(changes(one), changes(other)));
        return endpoints;
    }

    private static boolean changes(Endpoint endpoint) {
        return !endpoint.method().equals("GET");
    }

    private String filled(String template) {
        var path = template;
        for (var name : named.entrySet()) {
            var place = name.getKey().substring(name.getKey().lastIndexOf('{'));
            var filled = name.getKey().replace(place, name.getValue());
            path = path.replace(name.getKey(), filled);
        }
        assertThat(path).as("a path that this test cannot fill in: cover it").doesNotContain("{");
        return path;
    }

    private Answer ask(Endpoint endpoint, String token) throws IOException {
        var http = http().as(token);
        if (endpoint.isStream()) {
            try (var stream = http.stream(endpoint.path())) {
                return new Answer(endpoint, 200, new String(stream.readNBytes(64), UTF_8));
            }
        }
        var reply =
                endpoint.takesForm()
                        ? Form.of(
                                        endpoint.method().equals("PUT") ? "page" : "pages",
                                        Samples.jpeg(64, 64))
                                .send(http, endpoint.method(), endpoint.path())
                        : changes(endpoint)
                                ? http.header("Content-Type", "application/json")
                                        .send(
                                                endpoint.method(),
                                                endpoint.path(),
                                                BodyPublishers.ofString("{}"))
                                : http.get(endpoint.path());
        return new Answer(endpoint, reply.status(), reply.body());
    }

    private static void assertSilent(Answer answer) {
        assertWithout(answer, KEYS.toArray(String[]::new));
        assertWithout(answer, COMMENT);
        assertThat(names(answer.body(), "expected")).as(answer.endpoint().template()).isFalse();
        assertThat(names(answer.body(), "keys")).as(answer.endpoint().template()).isFalse();
        assertThat(names(answer.body(), "key")).as(answer.endpoint().template()).isFalse();
    }

    /** A problem names the path that was asked for. */
    private static void assertWithout(Answer answer, String... secrets) {
        assertThat(answer.body().replace(answer.endpoint().path(), ""))
                .as(answer.endpoint().method() + " " + answer.endpoint().template())
                .doesNotContain(secrets);
    }

    /** Whether it is JSON with such a field that says something. */
    private static boolean names(String body, String field) {
        return body.matches("(?s).*\"" + field + "\"\\s*:\\s*(?!null)[^\\s].*");
    }

    private static List<Item> others() {
        var items = new ArrayList<>(certain());
        items.set(3, item(4, Kind.DIGITS, "746", State.OK));
        return items;
    }

    private String override(String submission, String mark) {
        var decided =
                asTeacher()
                        .post(
                                "/api/v1/submissions/" + submission + "/items/q7/overrides",
                                "{\"mark\": " + mark + ", \"comment\": \"" + COMMENT + "\"}");
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return decided.json().get("actionId").asString();
    }

    private String worksheetOf(String id) {
        return Objects.requireNonNull(
                tenant.in(
                        school.id(),
                        () ->
                                jdbc.sql(
                                                "select worksheet_id::text from assignments where id = ?::uuid")
                                        .param(id)
                                        .query(String.class)
                                        .single()));
    }
}
