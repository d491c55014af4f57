package io.hongbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RulesTest {

    private static final Path ROOT = Path.of("..");
    private static final Path MONITORING = Manifests.SOURCES.resolve("components/monitoring");
    private static final Path TESTS = Path.of("src", "test", "promtool");
    private static final Path SANDBOX = Path.of("target", "promtool");
    private static final int PAGE_LINES = 60;

    private final JsonNode rules =
            Manifests.YAML.readTree(MONITORING.resolve("rules.yaml").toFile());

    RulesTest() throws IOException {}

    @Test
    void promtoolAcceptsTheRules() throws IOException {
        prepare();

        Tool.PROMTOOL.run(SANDBOX, "check", "rules", "--lint=all", "--lint-fatal", "rules.yml");
    }

    @Test
    void alertsFireWhenTheyShouldAndOnlyThen() throws IOException {
        prepare();
        var tests = tests().map(file -> file.getFileName().toString()).toList();

        Tool.PROMTOOL.run(
                SANDBOX,
                Stream.concat(Stream.of("test", "rules"), tests.stream()).toArray(String[]::new));
    }

    @Test
    void everyAlertIsTestedFiringAndQuiet() throws IOException {
        Set<String> firing = new HashSet<>();
        Set<String> quiet = new HashSet<>();
        for (Path file : tests().toList()) {
            for (JsonNode test :
                    Manifests.YAML.readTree(file.toFile()).findValues("alert_rule_test")) {
                for (JsonNode moment : test) {
                    var fires = !moment.path("exp_alerts").isEmpty();
                    (fires ? firing : quiet).add(moment.path("alertname").asText());
                }
            }
        }

        assertThat(firing).containsExactlyInAnyOrderElementsOf(alertNames());
        assertThat(quiet).containsExactlyInAnyOrderElementsOf(alertNames());
    }

    @Test
    void everyAlertHasARunbookOfAPageThatNamesIt() throws IOException {
        Set<Path> named = new HashSet<>();
        for (JsonNode alert : alerts()) {
            var runbook = ROOT.resolve(alert.at("/annotations/runbook").asText());
            assertThat(runbook).isRegularFile().content().contains(alert.path("alert").asText());
            assertThat(Files.readAllLines(runbook)).hasSizeLessThanOrEqualTo(PAGE_LINES);
            named.add(runbook);
        }

        assertThat(ROOT.resolve("docs/runbooks"))
                .isDirectoryNotContaining(file -> !named.contains(file));
    }

    @Test
    void everyAlertHasASeverityThatIsRouted() throws IOException {
        var routes = Manifests.YAML.readTree(MONITORING.resolve("alert-routes.yaml").toFile());
        var receivers = new HashSet<String>();
        routes.at("/spec/receivers").forEach(each -> receivers.add(each.path("name").asText()));

        assertThat(routes.at("/spec/route").findValuesAsText("receiver"))
                .containsExactlyInAnyOrderElementsOf(receivers);
        assertThat(routes.at("/spec/route/routes/0/matchers/0/value").asText()).isEqualTo("page");
        assertThat(alerts())
                .extracting(alert -> alert.at("/labels/severity").asText())
                .containsOnly("page", "ticket");
    }

    private void prepare() throws IOException {
        Files.createDirectories(SANDBOX);
        Files.writeString(
                SANDBOX.resolve("rules.yml"), Manifests.YAML.writeValueAsString(rules.get("spec")));
        for (Path file : tests().toList()) {
            Files.writeString(SANDBOX.resolve(file.getFileName()), Files.readString(file));
        }
    }

    private static Stream<Path> tests() throws IOException {
        try (var files = Files.list(TESTS)) {
            return files.sorted().toList().stream();
        }
    }

    private List<JsonNode> alerts() {
        return rules.findParents("alert");
    }

    private List<String> alertNames() {
        return rules.findValuesAsText("alert");
    }
}
