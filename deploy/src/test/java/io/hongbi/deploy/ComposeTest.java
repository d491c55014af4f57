package io.hongbi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeTest {

    private static final Path ROOT = Path.of("..");
    private static final Path FILE = ROOT.resolve("docker-compose.yml");
    private static final Path FOLDER = ROOT.resolve("deploy/compose");
    private static final Path SANDBOX = Path.of("target", "compose");
    private static final Set<String> SERVICES =
            Set.of(
                    "gateway",
                    "submission-service",
                    "sign-in",
                    "grading-service",
                    "notification-service");
    private static final Set<String> ENDS_AT_ONCE = Set.of("objects");
    private static final Pattern DEMANDED = Pattern.compile("\\$\\{([A-Z_]+):\\?");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\$\\{((?:HONGBI|SPRING|SERVER|MANAGEMENT)_[A-Z_]+)");
    private static final Pattern SETTING = Pattern.compile("\\b((?:HONGBI|SPRING)_[A-Z_]+)\\b");
    private static final Pattern OF_OBJECTS = Pattern.compile("`([A-Z_]{4,})`");

    /** With its anchors resolved, as compose sees it. */
    private final JsonNode compose = new ObjectMapper().valueToTree(yaml(FILE));

    ComposeTest() throws IOException {}

    @Test
    void composeAcceptsIt() throws IOException {
        Files.createDirectories(SANDBOX);
        var chosen =
                Files.readString(FOLDER.resolve(".env.example")).replaceAll("(?m)=$", "=chosen");
        var env = Files.writeString(SANDBOX.resolve("env"), chosen).toAbsolutePath();

        Tool.COMPOSE.run(ROOT, "--env-file", env.toString(), "config", "--quiet");
    }

    @Test
    void everythingIsBoundedAndWatched() {
        services()
                .forEach((name, service) -> {
                    assertThat(service.path("mem_limit").asText()).as(name).isNotEmpty();
                    assertThat(service.path("image").asText())
                            .as("image of %s, pinned", name)
                            .matches(".+:.+")
                            .doesNotContain("latest");
                    if (!ENDS_AT_ONCE.contains(name)) {
                        assertThat(service.at("/healthcheck/test").isArray()).as(name).isTrue();
                    }
                });
    }

    @Test
    void ourServicesHaveNoRights() {
        assertThat(services().keySet()).containsAll(SERVICES);
        ours().forEach(service -> {
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
        });
    }

    @Test
    void onlyThisMachineReachesItAndOnlyByTwoDoors() {
        var published = new ArrayList<String>();
        services()
                .values()
                .forEach(service ->
                        service.path("ports").forEach(port -> published.add(port.asText())));

        assertThat(published)
                .containsExactlyInAnyOrder("127.0.0.1:8080:8080", "127.0.0.1:3000:3000");
    }

    @Test
    void ourServicesAreToldNothingThatTheyDoNotRead() throws IOException {
        var read = new HashSet<String>();
        for (Path resources : files(ROOT, "src/main/resources/(application.*|hongbi-platform.*)")) {
            PLACEHOLDER
                    .matcher(Files.readString(resources))
                    .results()
                    .forEach(m -> read.add(m.group(1)));
        }
        for (Path manifest : files(Manifests.SOURCES, ".*\\.(yaml|env)")) {
            SETTING.matcher(Files.readString(manifest))
                    .results()
                    .forEach(m -> read.add(m.group(1)));
        }
        OF_OBJECTS
                .matcher(Files.readString(ROOT.resolve("docs/object-store.md")))
                .results()
                .forEach(m -> read.add("HONGBI_OBJECT_STORE_" + m.group(1)));

        ours().forEach(service -> assertThat(read).containsAll(names(service.path("environment"))));
    }

    @Test
    void whatIsMountedOrReadIsThere() {
        services()
                .values()
                .forEach(service -> {
                    service.path("volumes")
                            .forEach(volume -> {
                                var source = volume.asText().replaceFirst(":.*", "");
                                if (source.startsWith(".")) {
                                    assertThat(ROOT.resolve(source)).exists();
                                } else {
                                    assertThat(names(compose.path("volumes"))).contains(source);
                                }
                            });
                    service.path("env_file")
                            .forEach(file -> assertThat(ROOT.resolve(file.asText())).exists());
                    service.path("depends_on")
                            .properties()
                            .forEach(other -> assertThat(services()).containsKey(other.getKey()));
                });
    }

    @Test
    void theExampleAsksForWhatIsDemandedAndChoosesNoSecret() throws IOException {
        var demanded =
                DEMANDED.matcher(Files.readString(FILE))
                        .results()
                        .map(m -> m.group(1))
                        .collect(Collectors.toSet());
        var lines =
                Files.readAllLines(FOLDER.resolve(".env.example")).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .toList();

        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('='))))
                .containsAll(demanded);
        assertThat(lines)
                .filteredOn(line -> !line.startsWith("HONGBI_URL="))
                .allMatch(line -> line.endsWith("="));
    }

    @Test
    void prometheusHasTheRulesOfTheOperator() throws IOException {
        var ofTheOperator =
                Manifests.YAML.readTree(
                        Manifests.SOURCES.resolve("components/monitoring/rules.yaml").toFile());

        assertThat(Manifests.YAML.readTree(FOLDER.resolve("rules.yml").toFile()))
                .isEqualTo(ofTheOperator.get("spec"));
    }

    @Test
    void prometheusAsksEveryServiceOfOurs() throws IOException {
        var config = Manifests.YAML.readTree(FOLDER.resolve("prometheus.yml").toFile());
        var targets = new ArrayList<String>();
        config.at("/scrape_configs/0/static_configs/0/targets")
                .forEach(each -> targets.add(each.asText()));

        assertThat(targets)
                .containsExactlyInAnyOrderElementsOf(
                        SERVICES.stream().map(name -> name + ":9080").toList());
    }

    @Test
    void promtoolAcceptsTheConfiguration() {
        Tool.PROMTOOL.run(FOLDER, "check", "config", "prometheus.yml");
    }

    private Map<String, JsonNode> services() {
        return compose.get("services").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<JsonNode> ours() {
        return SERVICES.stream().map(name -> compose.get("services").get(name)).toList();
    }

    private static Set<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> file.toString().matches(".*/" + pattern))
                    .toList();
        }
    }

    private static Object yaml(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }
}
