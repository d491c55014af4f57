package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.client.Answer;
import io.hongbi.local.client.Api;
import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import io.hongbi.local.client.Submission;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandInIT {

    private final RunningSuite suite = RunningSuite.shared();
    private final Api api = new Api(suite.school());
    private final String submissions =
            "/api/v1/assignments/%s/submissions".formatted(suite.school().notesAssignment());

    @ParameterizedTest
    @CsvSource({
        "good,         ok,     ''",
        "half,         ok,     ''",
        "turned,       ok,     ''",
        "blank,        ok,     ''",
        "blurred,      retake, blurred",
        "dark,         retake, dark",
        "tiny,         retake, too-small",
        "not-homework, retake, not-homework"
    })
    void judgesEachKindOfPhoto(String kind, String verdict, String reason) throws IOException {
        Submission.Reading reading = read(sample(kind));

        assertThat(reading.quality().verdict()).isEqualTo(verdict);
        if (!reason.isEmpty()) {
            assertThat(reading.quality().reasons()).contains(reason);
        }
    }

    @Test
    void anotherSchoolsTeacherSeesNothing() throws IOException {
        Answer accepted = handIn(sample("good"));

        var foreign = as("OTHER_SCHOOL_TEACHER_TOKEN").get("/api/v1/submissions/" + accepted.id());

        assertThat(foreign.statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        Http nobody = new Http(suite.school().url(), null);

        assertThat(nobody.get(submissions).statusCode()).isEqualTo(401);
        assertThat(nobody.upload(submissions, List.of(new byte[] {1})).statusCode()).isEqualTo(401);
    }

    @Test
    void theWrongRoleIsRefusedBeforeTheBodyIsLookedAt() {
        assertThat(as("OPS_TOKEN").upload(submissions, List.of(new byte[] {1})).statusCode())
                .isEqualTo(403);
        assertThat(as("STUDENT_TOKEN").get(submissions).statusCode()).isEqualTo(403);
    }

    private Submission.Reading read(Photo photo) throws IOException {
        Answer accepted = handIn(photo);
        api.awaitAnswer(accepted.id());
        Submission submission = api.submission(accepted.id());
        return Objects.requireNonNull(submission.pages().getFirst().reading());
    }

    private Answer handIn(Photo photo) throws IOException {
        Answer answer = api.handIn(List.of(photo), UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private Photo sample(String kind) {
        return new Samples(suite.place())
                .ofEveryKind().stream()
                        .filter(photo -> photo.name().startsWith(kind))
                        .findFirst()
                        .orElseThrow();
    }

    private Http as(String token) {
        return new Http(suite.school().url(), suite.school().value(token));
    }
}
