package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsIT {

    private final RunningSuite suite = RunningSuite.shared();

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"SUBMISSION", "GRADING", "NOTIFICATION", "GATEWAY"})
    void everyServiceServesTimers(Part part) {
        assertThat(metrics(part)).contains("_seconds_count").contains("_seconds_sum");
    }

    @Test
    void theAgeOfTheOldestUnreadPageAndTheTimeToDrainComeFromTheDatabase() {
        assertThat(metrics(Part.SUBMISSION))
                .containsPattern(sampleOf("hongbi_pages_oldest_unread_age_seconds"))
                .containsPattern(sampleOf("hongbi_drain_seconds"));
    }

    /** A line with a number; a query that fails gives NaN. */
    private static String sampleOf(String gauge) {
        return "(?m)^" + gauge + "\\{[^}]*} [0-9]";
    }

    private String metrics(Part part) {
        int port = RunState.in(suite.place()).orElseThrow().part(part).managementPort();
        return new Http("http://127.0.0.1:" + port, null).get("/actuator/prometheus").body();
    }
}
