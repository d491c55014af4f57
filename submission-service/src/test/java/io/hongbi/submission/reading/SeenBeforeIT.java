package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.PerceptualHash;
import io.hongbi.submission.intake.Form;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The same photo handed in before: told to teachers as a fact. */
class SeenBeforeIT extends ReadingFixture {

    private static final BigInteger LOOK = new BigInteger("5a".repeat(32), 16);

    @Test
    void isToldToTheTeacherOfWhoHandedItInLater() {
        look(submission, 0);
        var copy = handedIn(school.student2(), school.assignmentPath());
        look(copy, 10);

        var seen = seenBefore(copy);

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("submissionId")).isEqualTo(submission.get("id"));
        assertThat(seen.get(0).get("studentId").asString()).isEqualTo(school.student().toString());
        assertThat(seen.get(0).get("page").asInt()).isEqualTo(1);
        assertThat(seen.get(0).get("receivedAt").asString()).endsWith("Z");
        assertThat(seenBefore(submission)).isEmpty();
        assertThat(view(school, school.student2(), copy).at("/pages/0/seenBefore").isNull())
                .isTrue();
    }

    @Test
    void isNotToldOfPhotosThatDifferInMoreBits() {
        look(submission, 0);
        var other = handedIn(school.student2(), school.assignmentPath());
        look(other, 11);

        assertThat(seenBefore(other)).isEmpty();
    }

    @Test
    void isNotToldOfWhoHandsTheSameInAgain() {
        look(submission, 0);
        var again = handedIn(school.student(), school.assignmentPath());
        look(again, 0);

        assertThat(seenBefore(again)).isEmpty();
    }

    @Test
    void isToldOfAnEarlierAssignmentOfTheSameClass() {
        look(submission, 0);
        var set =
                http().as(school.token(school.teacher()))
                        .post(
                                school.classPath() + "/assignments",
                                "{\"title\": \"next\", \"kind\": \"notes\"}");
        var next =
                handedIn(
                        school.student(), "/api/v1/assignments/" + set.json().get("id").asString());
        look(next, 2);

        assertThat(seenBefore(next)).hasSize(1);
    }

    @Test
    void isNotToldOfBlankPagesNorOfOtherSchools() {
        readings.add(read(submission, null));
        var blank = handedIn(school.student2(), school.assignmentPath());
        readings.add(read(blank, null));
        assertThat(seenBefore(blank)).isEmpty();

        look(blank, 0);
        var elsewhere = newSchool();
        var mine = school;
        school = elsewhere;
        var foreign = handedIn(elsewhere.student(), elsewhere.assignmentPath());
        look(foreign, 0);
        assertThat(seenBefore(foreign)).isEmpty();
        school = mine;
    }

    private JsonNode handedIn(PersonId student, String assignment) {
        return accepted(
                Form.of("pages", PHOTO)
                        .send(
                                http().as(school.token(student)),
                                "POST",
                                assignment + "/submissions"));
    }

    /** The reading of a photo that differs in so many bits from the first. */
    private void look(JsonNode handedIn, int bits) {
        var other = LOOK;
        for (int bit = 0; bit < bits; bit++) {
            other = other.flipBit(25 * bit);
        }
        readings.add(read(handedIn, new PerceptualHash("%064x".formatted(other))));
    }

    private PageRead read(JsonNode handedIn, @Nullable PerceptualHash hash) {
        var event =
                event(
                        school.id(),
                        SubmissionId.of(handedIn.get("id").asString()),
                        new PageId(pageId(handedIn, 0)),
                        "r1",
                        OK);
        var reading = event.reading();
        return new PageRead(
                event.eventId(),
                event.occurredAt(),
                event.schoolId(),
                event.submissionId(),
                event.pageId(),
                new PageReading(
                        reading.readerVersion(),
                        reading.photo(),
                        reading.quality(),
                        reading.homework(),
                        reading.completion(),
                        reading.neatness(),
                        null,
                        null,
                        reading.items(),
                        hash),
                event.preview(),
                event.crops(),
                event.trace());
    }

    private JsonNode seenBefore(JsonNode handedIn) {
        return view(school, school.teacher(), handedIn).at("/pages/0/seenBefore");
    }
}
