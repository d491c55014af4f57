package io.hongbi.submission.gradebook.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.reading.WorksheetFixture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a class made of an assignment. */
class StatisticsIT extends WorksheetFixture {

    @Test
    void tellsWhoIsMissingAndHowTheRestDid() {
        handInFor("{}");
        add(certain());

        var shown = statistics();

        assertThat(shown.at("/turnout/students").asInt()).isEqualTo(2);
        assertThat(shown.at("/turnout/handedIn").asInt()).isEqualTo(1);
        assertThat(shown.at("/turnout/states/graded").asInt()).isEqualTo(1);
        assertThat(shown.at("/turnout/missing/0").asString())
                .isEqualTo(school.student2().toString());
        assertThat(shown.at("/scores/papers").asInt()).isEqualTo(1);
        assertThat(shown.at("/scores/max").decimalValue()).isEqualByComparingTo("16.5");
        assertThat(shown.at("/scores/mean").decimalValue()).isEqualByComparingTo("0.52");
        assertThat(shown.at("/scores/distribution")).hasToString("[0,0,0,0,0,1,0,0,0,0]");
        assertThat(shown.at("/scores/standardDeviation").isNull()).isTrue();
        assertThat(shown.at("/completion/mean").decimalValue()).isEqualByComparingTo("0.86");
        assertThat(shown.at("/completion/partial").asInt()).isEqualTo(1);
    }

    @Test
    void tellsWhatWasAnsweredToEachItem() {
        handInFor("{}");
        add(doubtful());
        add(handIn(school.student2()), "1002", certain());

        var items = statistics().get("items");

        assertThat(items).hasSize(7);
        assertThat(items.get(0).get("facility").decimalValue()).isEqualByComparingTo("1");
        assertThat(items.get(0).get("options").get(1))
                .hasToString("{\"option\":\"B\",\"papers\":2,\"share\":1}");
        assertThat(items.get(1).get("options").findValuesAsString("papers"))
                .containsExactly("2", "0", "0", "2", "0");
        assertThat(items.get(3).get("answers").get(0))
                .hasToString("{\"response\":\"48\",\"verdict\":\"wrong\",\"papers\":2,\"mark\":0}");
        assertThat(items.get(3).get("options")).isEmpty();
        assertThat(items.get(3).get("discrimination").isNull()).isTrue();
        assertThat(items.get(5).get("doubtful").asInt()).isEqualTo(1);
        assertThat(items.get(6).get("blank").asInt()).isEqualTo(2);
        assertThat(statistics().at("/scores/open").asInt()).isEqualTo(1);
    }

    @Test
    void hasNothingToSayOfNothing() {
        handInFor("{}");

        var shown = statistics();

        assertThat(shown.get("scores").isNull()).isTrue();
        assertThat(shown.get("completion").isNull()).isTrue();
        assertThat(shown.toString()).doesNotContain("NaN", "Infinity");
        assertThat(
                        shown.at("/turnout/states/received").asInt()
                                + shown.at("/turnout/states/reading").asInt())
                .isEqualTo(1);
    }

    @Test
    void tellsOfNotesHowMuchIsDone() {
        addNotes(submission, 0.62, 0.94);

        var shown = asTeacher().get(school.assignmentPath() + "/statistics").json();

        assertThat(shown.get("keyVersion").isNull()).isTrue();
        assertThat(shown.at("/completion/mean").decimalValue()).isEqualByComparingTo("0.62");
        assertThat(shown.at("/completion/partial").asInt()).isEqualTo(1);
        assertThat(shown.get("items")).isEmpty();
    }

    @Test
    void isForThoseWhoTeachTheClass() {
        handInFor("{}");

        assertThat(status(student(), url())).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), url())).isEqualTo(404);
        var foreign = newSchool();
        assertThat(status(foreign.token(foreign.teacher()), url())).isEqualTo(404);
    }

    private String url() {
        return "/api/v1/assignments/" + assignment + "/statistics";
    }

    private JsonNode statistics() {
        var shown = asTeacher().get(url());
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        return shown.json();
    }
}
