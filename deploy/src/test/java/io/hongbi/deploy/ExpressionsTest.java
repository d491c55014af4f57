package io.hongbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpressionsTest {

    private static final Path COMPONENTS = Manifests.SOURCES.resolve("components");
    private static final Path CHECKED = Path.of("target", "expressions.yml");
    private static final Pattern SELECTOR =
            Pattern.compile(
                    "(?<![\\w:])([a-z][\\w:]*)(?:\\{([^}]*(?:\\{[^}]*}[^}]*)*)})?(?=[\\[\\s)}]|$)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"");
    private static final Pattern GROUPING =
            Pattern.compile("(?:\\w+ )?\\b(by|ignoring|on) \\(([^)]*)\\)");

    /** Labels that every series has: given by Prometheus and by the services' common settings. */
    private static final Set<String> COMMON = Set.of("namespace", "application");

    private static final Set<String> WORDS =
            Set.of("and", "or", "by", "ignoring", "group_left", "offset");

    @Test
    void promtoolAcceptsEveryExpressionOutsideOfTheRules() throws IOException {
        var expressions = new ArrayList<>(dashboard());
        expressions.add(keda());
        expressions.add(adapter());
        List<Map<String, String>> rules = new ArrayList<>();
        for (String expression : expressions) {
            rules.add(Map.of("record", "checked:expression" + rules.size(), "expr", expression));
        }
        var groups = Map.of("groups", List.of(Map.of("name", "checked", "rules", rules)));
        Files.createDirectories(CHECKED.toAbsolutePath().getParent());
        Files.writeString(CHECKED, Manifests.YAML.writeValueAsString(groups));

        var said =
                Tool.PROMTOOL.run(
                        Path.of("."), "check", "rules", "--lint=none", CHECKED.toString());

        assertThat(said).contains(rules.size() + " rules found");
    }

    @Test
    void everyMetricAndLabelIsOnTheListThatTheServicesAreHeldTo() throws IOException {
        var rules = Manifests.YAML.readTree(COMPONENTS.resolve("monitoring/rules.yaml").toFile());
        var recorded = new HashSet<>(rules.findValuesAsText("record"));
        var expressions = new ArrayList<>(rules.findValuesAsText("expr"));
        expressions.addAll(dashboard());
        expressions.add(keda());
        expressions.add(adapter());
        var asked = new TreeMap<String, Set<String>>();
        expressions.forEach(expression -> ask(expression, asked));

        assertThat(asked.keySet()).as("recorded series are used").containsAll(recorded);
        asked.keySet().removeAll(recorded);
        var listed = listed();
        assertThat(asked.keySet()).containsExactlyInAnyOrderElementsOf(listed.keySet());
        asked.forEach((metric, labels) ->
                assertThat(labels).as("labels of %s", metric).isSubsetOf(listed.get(metric)));
    }

    /** Adds the metrics of an expression, each with the labels that are matched or grouped by. */
    private static void ask(String expression, Map<String, Set<String>> asked) {
        var grouped = new TreeSet<String>();
        GROUPING.matcher(expression)
                .results()
                .flatMap(grouping -> Arrays.stream(grouping.group(2).split(", *")))
                .filter(label -> !COMMON.contains(label))
                .forEach(grouped::add);
        SELECTOR.matcher(GROUPING.matcher(expression).replaceAll("by"))
                .results()
                .filter(selector -> !WORDS.contains(selector.group(1)))
                .forEach(selector -> {
                    var labels = asked.computeIfAbsent(selector.group(1), _ -> new TreeSet<>());
                    labels.addAll(grouped);
                    labels.addAll(matched(selector));
                });
    }

    private static List<String> matched(MatchResult selector) {
        return selector.group(2) == null
                ? List.of()
                : LABEL.matcher(selector.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !COMMON.contains(label))
                        .toList();
    }

    private static Map<String, Set<String>> listed() throws IOException {
        var listed = new TreeMap<String, Set<String>>();
        for (String line : Files.readAllLines(Path.of("metrics.txt"))) {
            if (!line.startsWith("#")) {
                var words = Arrays.asList(line.split(" "));
                listed.computeIfAbsent(words.get(1), _ -> new TreeSet<>())
                        .addAll(words.subList(2, words.size()));
            }
        }
        return listed;
    }

    private static List<String> dashboard() throws IOException {
        var dashboard = read("monitoring/dashboard.json");
        return dashboard.findValuesAsText("expr").stream()
                .map(expr -> expr.replace("$__rate_interval", "1m").replace("$namespace", "hongbi"))
                .toList();
    }

    private static String keda() throws IOException {
        return read("workers-keda/scaled-object.yaml").findValue("query").asText();
    }

    private static String adapter() throws IOException {
        var rule = read("workers-hpa/adapter-rules.yaml").at("/external/0");
        var series =
                rule.path("seriesQuery").asText().replaceAll(".*__name__=\"([^\"]+)\".*", "$1");
        return rule.path("metricsQuery")
                .asText()
                .replace("<<.GroupBy>>", "namespace")
                .replace("<<.Series>>", series)
                .replace("<<.LabelMatchers>>", "namespace=\"hongbi\"");
    }

    private static JsonNode read(String component) throws IOException {
        return Manifests.YAML.readTree(COMPONENTS.resolve(component).toFile());
    }
}
