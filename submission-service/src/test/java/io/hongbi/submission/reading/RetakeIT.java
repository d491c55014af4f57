package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.intake.Form;
import io.hongbi.submission.intake.image.Samples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A page that is taken again. */
class RetakeIT extends ReadingFixture {

    @Test
    void asksForARetakeAndTakesItWithoutHarmByLateReadings() {
        send(read(0, "r1", BLURRED));
        var blurred = eventuallyIn("retake");
        assertThat(blurred.get("pages").get(0).get("state").asString()).isEqualTo("retake");
        var old = read(0, "r2", OK);

        var retaken =
                accepted(
                        Form.of("page", Samples.jpeg(80, 80))
                                .send(
                                        http().as(school.token(school.student()))
                                                .header("If-Match", etag(blurred)),
                                        "PUT",
                                        path() + "/pages/1"));
        readings.add(old);

        assertThat(retaken.get("state").asString()).isEqualTo("received");
        assertThat(pageId(retaken, 0)).isNotEqualTo(pageId(blurred, 0));
        eventually("it is announced", () -> stateOf(id()).equals("reading"));
        submission = retaken;
        send(read(0, "r1", OK));
        eventuallyIn("released");
        assertThat(count(school, "select count(*) from pages")).isEqualTo(2);
    }

    @Test
    void refusesARetakeOfAnOldVersionOrOfNoPage() {
        assertThat(retake(path() + "/pages/1", "\"99\"")).isEqualTo(412);
        assertThat(retake(path() + "/pages/2", "*")).isEqualTo(404);
        assertThat(objects(school)).isEqualTo(1);
    }

    private static String etag(JsonNode view) {
        return "\"" + view.get("version").asLong() + "\"";
    }

    private int retake(String path, String ifMatch) {
        return Form.of("page", PHOTO)
                .send(
                        http().as(school.token(school.student())).header("If-Match", ifMatch),
                        "PUT",
                        path)
                .status();
    }
}
