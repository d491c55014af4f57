package io.hongbi.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface at the gateway, as one person of the demo school uses it. */
public final class Api {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final String base;
    private final String token;
    private final String assignment;

    /** The student with the notes. */
    public Api(DemoSchool school) {
        this(school, school.student(), school.notesAssignment());
    }

    /** Anybody with an assignment. */
    public Api(DemoSchool school, String token, String assignment) {
        this.base = school.url() + "/api/v1";
        this.token = token;
        this.assignment = assignment;
    }

    /**
     * Asks for anything.
     *
     * @param path below {@code /api/v1}
     * @throws IOException if no answer came, or another status than 200
     */
    public JsonNode get(String path) throws IOException {
        Answer answer = send(to(path).GET().build());
        if (answer.status() != 200) {
            throw new IOException("GET " + path + " answered " + answer.status());
        }
        return JSON.readTree(answer.body());
    }

    /**
     * Hands photos in for a student, as a teacher may.
     *
     * @param key equal for repetitions of the same request
     * @throws IOException if no answer came; the request may have been done or not
     */
    public Answer handInFor(String studentId, List<Photo> photos, String key) throws IOException {
        return handInAt(
                "/assignments/" + assignment + "/submissions?studentId=" + studentId, photos, key);
    }

    /**
     * Hands photos of notes in as one attempt.
     *
     * @param key equal for repetitions of the same request
     * @throws IOException if no answer came; the request may have been done or not
     */
    public Answer handIn(List<Photo> photos, String key) throws IOException {
        return handIn(assignment, photos, key);
    }

    /**
     * Hands photos in as one attempt.
     *
     * @param other another assignment's id
     * @param key equal for repetitions of the same request
     * @throws IOException if no answer came; the request may have been done or not
     */
    public Answer handIn(String other, List<Photo> photos, String key) throws IOException {
        return handInAt("/assignments/" + other + "/submissions", photos, key);
    }

    private Answer handInAt(String path, List<Photo> photos, String key) throws IOException {
        HttpRequest request =
                to(path).header("Content-Type", Multipart.TYPE)
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Multipart.of("pages", photos)))
                        .build();
        return send(request);
    }

    /**
     * Looks at a submission.
     *
     * @throws IOException if no answer, or one without a submission, came
     */
    public Submission submission(String id) throws IOException {
        Answer answer = send(to("/submissions/" + id).GET().build());
        if (answer.status() != 200) {
            throw new IOException("GET /submissions/{id} answered " + answer.status());
        }
        return JSON.readValue(answer.body(), Submission.class);
    }

    /**
     * Follows the live events of a submission until it is answered.
     *
     * @throws IOException if the stream broke before
     */
    public void awaitAnswer(String id) throws IOException {
        HttpRequest request =
                to("/submissions/" + id + "/events")
                        .header("Accept", "text/event-stream")
                        .GET()
                        .build();
        HttpResponse<Stream<String>> stream =
                exchange(request, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = stream.body()) {
            boolean answered = lines.anyMatch(Api::isAnswered);
            if (stream.statusCode() != 200 || !answered) {
                throw new IOException("The events ended early with " + stream.statusCode());
            }
        }
    }

    /**
     * Fetches a signed address, without a token.
     *
     * @throws IOException if it is not there
     */
    public byte[] open(String url) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
        HttpResponse<byte[]> response = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("A signed address answered " + response.statusCode());
        }
        return response.body();
    }

    /**
     * A page with the marks on it that the student may see.
     *
     * @param page its number, from 1
     * @return a JPEG
     * @throws IOException if it is not there
     */
    public byte[] annotated(String submission, int page) throws IOException {
        HttpRequest request =
                to("/submissions/" + submission + "/pages/" + page + "/annotated").GET().build();
        HttpResponse<byte[]> response = exchange(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("A marked page answered " + response.statusCode());
        }
        return response.body();
    }

    private static boolean isAnswered(String line) {
        return line.startsWith("data:")
                && !line.contains("\"received\"")
                && !line.contains("\"reading\"");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) throws IOException {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Location").orElse(""),
                response.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("[0-9]{1,4}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))),
                response.headers().firstValue("X-Trace-Id").orElse(""));
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", stop);
        }
    }
}
