package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.process.Waiting;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a pupil hands in, followed until it is read. */
final class HandedIn {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private HandedIn() {}

    /** The submission, as the pupil sees it, once all its pages are read. */
    static JsonNode read(Http student, String assignment, List<byte[]> photos) {
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
}
