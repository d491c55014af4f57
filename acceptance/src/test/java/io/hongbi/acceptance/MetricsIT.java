package io.hongbi.acceptance;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.client.Api;
import io.hongbi.local.client.Samples;
import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
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

    /** The list stands beside what asks: each line has a service, a metric and its labels. */
    @Test
    void servicesExportWhatAlertsAutoscalersAndTheDashboardAskFor() throws IOException {
        readTwoPages();
        var list = Files.readAllLines(Script.root().resolve("deploy/metrics.txt"));
        var scrapes = new EnumMap<Part, String>(Part.class);

        for (String line : list.stream().filter(line -> !line.startsWith("#")).toList()) {
            var words = List.of(line.split(" "));
            var part = Part.valueOf(words.getFirst().replace("-service", "").toUpperCase(ROOT));
            assertThat(scrapes.computeIfAbsent(part, this::metrics))
                    .as(line)
                    .containsPattern(sampleOf(words.get(1), words.subList(2, words.size())));
        }
    }

    /** The second page's answer says that the first one's times are noted. */
    private void readTwoPages() throws IOException {
        var api = new Api(suite.school());
        var photo = new Samples(suite.place()).ofEveryKind().getFirst();
        for (int page = 0; page < 2; page++) {
            var accepted = api.handIn(List.of(photo), UUID.randomUUID().toString());
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
            api.awaitAnswer(accepted.id());
        }
    }

    private static String sampleOf(String metric, List<String> labels) {
        var has = labels.stream().map(label -> "(?=.*\\b" + label + "=\")");
        return "(?m)^" + metric + "\\{" + has.collect(joining());
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
