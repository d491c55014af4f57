package io.hongbi.testsupport;

import io.hongbi.local.process.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium without a window, the size of a phone, driven over WebDriver (W3C). */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Process driver;
    private final String base;
    private final String session;

    private Browser(Path program, String language) {
        var port = Ports.free(1).getFirst();
        try {
            driver =
                    new ProcessBuilder(program.toString(), "--port=" + port)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        base = "http://127.0.0.1:" + port;
        awaitDriver();
        session = call("POST", "/session", capabilities(language)).get("sessionId").asString();
    }

    /** Where the driver of Chromium is; empty on a machine without one. */
    public static Optional<Path> driver() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "chromedriver"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * @param language the browser's, for instance {@code zh-CN}
     * @throws IllegalStateException if {@link #driver()} is empty
     */
    public static Browser open(String language) {
        return new Browser(
                driver().orElseThrow(() -> new IllegalStateException("There is no chromedriver.")),
                language);
    }

    public void go(String address) {
        inSession("POST", "/url", Map.of("url", address));
    }

    /** Clicks the first element of a CSS selector, as soon as there is one. */
    public void click(String selector) {
        with(selector, element -> inSession("POST", element + "/click", Map.of()));
    }

    /** Types into an element; for a file input, the paths of the files, one a line. */
    public void type(String selector, String text) {
        with(selector, element -> inSession("POST", element + "/value", Map.of("text", text)));
    }

    /** The text people see of an element, as soon as there is one. */
    public String text(String selector) {
        return with(selector, element -> inSession("GET", element + "/text", null)).asString();
    }

    /** Waits until an element's text contains the one expected, and gives all of it back. */
    public String awaitText(String selector, String expected) {
        var end = Instant.now().plus(PATIENCE);
        var seen = text(selector);
        while (!seen.contains(expected)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        selector + " never said " + expected + " but: " + seen);
            }
            pause();
            seen = text(selector);
        }
        return seen;
    }

    /** Runs JavaScript in the page and gives back what it returns. */
    public JsonNode run(String script) {
        return inSession("POST", "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** What the page wrote to the console as errors, refusals of the CSP among them. */
    public List<String> errors() {
        return inSession("POST", "/se/log", Map.of("type", "browser")).values().stream()
                .filter(entry -> entry.get("level").asString().equals("SEVERE"))
                .map(entry -> entry.get("message").asString())
                .toList();
    }

    public void screenshot(Path file) {
        var image = inSession("GET", "/screenshot", null).asString();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            call("DELETE", "/session/" + session, null);
        } finally {
            driver.destroy();
        }
    }

    /** Uses an element; where the page replaced it meanwhile, the one in its place. */
    private JsonNode with(String selector, Function<String, JsonNode> use) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return use.apply("/element/" + find(selector, end));
            } catch (IllegalStateException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private String find(String selector, Instant end) {
        var query = Map.of("using", "css selector", "value", selector);
        var found = inSession("POST", "/elements", query);
        while (found.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The page never showed " + selector);
            }
            pause();
            found = inSession("POST", "/elements", query);
        }
        return found.get(0).get(ELEMENT).asString();
    }

    private void awaitDriver() {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                if (call("GET", "/status", null).get("ready").asBoolean()) {
                    return;
                }
            } catch (UncheckedIOException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static Map<String, Object> capabilities(String language) {
        var arguments =
                List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--window-size=390,844",
                        "--lang=" + language);
        var phone = Map.of("width", 390, "height", 844, "pixelRatio", 2, "touch", true);
        var options =
                Map.of(
                        "args",
                        arguments,
                        "prefs",
                        Map.of("intl.accept_languages", language),
                        "mobileEmulation",
                        Map.of("deviceMetrics", phone));
        return Map.of(
                "capabilities",
                Map.of(
                        "alwaysMatch",
                        Map.of(
                                "goog:chromeOptions",
                                options,
                                "goog:loggingPrefs",
                                Map.of("browser", "SEVERE"))));
    }

    private JsonNode inSession(String method, String path, @Nullable Object body) {
        return call(method, "/session/" + session + path, body);
    }

    private JsonNode call(String method, String path, @Nullable Object body) {
        var content =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofSeconds(60))
                        .method(method, content)
                        .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var value = json.readTree(answer.body()).get("value");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(value.get("message").asString());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
