package io.hongbi.submission.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.reading.WorksheetFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What waits for a teacher, and in which order. */
class ReviewQueueIT extends WorksheetFixture {

    @Test
    void asksFirstAboutWhatMattersMost() {
        handInFor("{\"closesAt\": \"2099-01-01T00:00:00Z\"}");
        add(
                List.of(
                        item(1, Kind.CHOICE, "B", State.OK),
                        item(2, Kind.CHOICE, "AB", State.FAINT),
                        item(6, Kind.LETTERS, "C", State.DOUBTFUL),
                        item(7, Kind.FREE, null, State.OK)));

        var asked = waiting("").get("items");

        assertThat(asked.findValuesAsString("itemId")).containsExactly("q7", "q2", "q6");
        assertThat(asked.get(0).get("atStake").decimalValue()).isEqualByComparingTo("5");
        assertThat(asked.get(1).get("atStake").decimalValue()).isEqualByComparingTo("0.3");
        assertThat(asked.get(1).get("reading").get("response").asString()).isEqualTo("AB");
        assertThat(asked.get(1).get("reading").get("state").asString()).isEqualTo("faint");
        assertThat(asked.get(2).get("submissionId").asString()).isEqualTo(id());
        assertThat(asked.get(0).get("minutesLeft").asLong()).isPositive();
        var first = waiting("?limit=1");
        var rest = waiting("?cursor=" + first.get("nextCursor").asString());
        assertThat(first.get("items").findValuesAsString("itemId")).containsExactly("q7");
        assertThat(rest.get("items").findValuesAsString("itemId")).containsExactly("q2", "q6");
    }

    @Test
    void asksNoMoreAboutWhatIsDecided() {
        handInFor("{}");
        add(doubtful());
        assertThat(waiting("").get("items")).hasSize(1);

        asTeacher().post(path() + "/items/q6/overrides", "{\"mark\": 1}");

        assertThat(waiting("").get("items")).isEmpty();
    }

    @Test
    void asksOnlyWhoTeachesTheClass() {
        handInFor("{}");
        var path = "/api/v1/assignments/" + assignment + "/review-items";

        assertThat(status(student(), path)).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), path)).isEqualTo(404);
    }

    private JsonNode waiting(String query) {
        return asTeacher()
                .get("/api/v1/assignments/" + assignment + "/review-items" + query)
                .json();
    }
}
