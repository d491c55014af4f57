package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import io.hongbi.local.process.Waiting;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningSuite suite = RunningSuite.shared();
    private final Http student = new Http(suite.school().url(), suite.school().student());

    @Test
    void oneTraceRunsFromTheUploadToTheNotification() {
        Photo photo = new Samples(suite.place()).good(4, 2).getFirst();
        String trace = UUID.randomUUID().toString().replace("-", "");

        HttpResponse<String> upload =
                student.upload(
                        "/api/v1/assignments/%s/submissions"
                                .formatted(suite.school().notesAssignment()),
                        List.of(photo.bytes()),
                        "traceparent",
                        "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(upload.statusCode()).isEqualTo(202);
        assertThat(upload.headers().firstValue("X-Trace-Id")).hasValue(trace);
        assertThat(Waiting.until(() -> isTold(trace), PATIENCE)).isTrue();
    }

    private boolean isTold(String trace) {
        for (JsonNode entry : student.json("/api/v1/me/inbox").path("items")) {
            if (entry.path("traceId").asString("").equals(trace)) {
                return true;
            }
        }
        return false;
    }
}
