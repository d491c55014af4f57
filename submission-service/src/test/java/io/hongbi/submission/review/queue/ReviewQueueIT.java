package io.hongbi.submission.review.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.reading.WorksheetFixture;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What waits for a teacher, and in which order. */
class ReviewQueueIT extends WorksheetFixture {

    @Test
    void asksFirstAboutWhatMattersMost() {
        handInFor("{}");
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
        assertThat(asked.get(0).get("minutesLeft").asLong()).as("three of 8 s").isEqualTo(1);
        assertThat(asked.get(0).get("claimedUntil").isNull()).isTrue();
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
    void estimatesTheWorkLeftByThePaceOfTheTeacher() {
        handInFor("{}");
        add(doubtful());
        for (int i = 0; i < 6; i++) {
            asTeacher().post(path() + "/items/q4/overrides", "{\"mark\": 1}");
        }
        assertThat(minutesLeft()).as("quick so far").isLessThanOrEqualTo(1);

        slowDown();

        assertThat(minutesLeft()).as("one answer at a minute and a half").isEqualTo(2);
    }

    @Test
    void tellsWhatAnotherTeacherHas() {
        handInFor("{}");
        add(doubtful());

        http().as(school.token(school.admin())).post(path() + "/items/q6:claim", "");

        assertThat(waiting("").at("/items/0/claimedUntil").isNull()).isFalse();
        var own = http().as(school.token(school.admin()));
        assertThat(own.get(url()).json().at("/items/0/claimedUntil").isNull()).isTrue();
    }

    @Test
    void findsWhatMayBeMisreadInTheSameWay() {
        handInFor("{}");
        add(certain());
        var other = handIn(school.student2());
        add(other, "1002", certain());
        assertThat(lookAlikes("q4")).as("nobody says it is misread").isEmpty();
        asTeacher().post(path() + "/items/q4/overrides", "{\"mark\": 1}");
        assertThat(lookAlikes("q4")).as("a mark says nothing of the reading").isEmpty();

        asTeacher().post(path() + "/items/q4/overrides", "{\"response\": \"43\"}");

        var found = lookAlikes("q4");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("submissionId")).isEqualTo(other.get("id"));
        assertThat(found.get(0).at("/reading/response").asString()).isEqualTo("48");
        asTeacher()
                .post(
                        "/api/v1/submissions/" + other.get("id").asString() + "/items/q4/overrides",
                        "{\"response\": \"48\"}");
        assertThat(lookAlikes("q4")).as("somebody has looked").isEmpty();
    }

    @Test
    void findsNothingThatTheMachineIsSurerOf() {
        handInFor("{}");
        add(certain());
        add(handIn(school.student2()), "1002", surer());

        asTeacher().post(path() + "/items/q4/overrides", "{\"response\": \"43\"}");

        assertThat(lookAlikes("q4")).isEmpty();
    }

    @Test
    void asksOnlyWhoTeachesTheClass() {
        handInFor("{}");
        var path = "/api/v1/assignments/" + assignment + "/review-items";

        assertThat(status(student(), path)).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), path)).isEqualTo(404);
        var alike = path() + "/items/q4/look-alikes";
        assertThat(status(student(), alike)).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), alike)).isEqualTo(404);
    }

    private static List<Item> surer() {
        return certain().stream()
                .map(item ->
                        new Item(
                                item.itemId(),
                                item.kind(),
                                item.region(),
                                item.expression(),
                                item.response(),
                                item.state(),
                                new Confidence(0.95),
                                item.alternatives()))
                .toList();
    }

    private JsonNode lookAlikes(String item) {
        return asTeacher().get(path() + "/items/" + item + "/look-alikes").json().get("items");
    }

    private long minutesLeft() {
        return waiting("").at("/items/0/minutesLeft").asLong();
    }

    /** Puts a minute and a half between the decisions that were made. */
    private void slowDown() {
        try (var owner =
                        DriverManager.getConnection(
                                DATABASE.url(), "hongbi_owner", DATABASE.password());
                var statement = owner.createStatement()) {
            statement.execute(
                    "update submission.actions set at = now() + seq * interval '90 s'"
                            + " where school_id = '"
                            + school.id()
                            + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String url() {
        return "/api/v1/assignments/" + assignment + "/review-items";
    }

    private JsonNode waiting(String query) {
        return asTeacher()
                .get("/api/v1/assignments/" + assignment + "/review-items" + query)
                .json();
    }
}
