package io.hongbi.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests as a client does: {@code http().as(token).post("/api/v1/classes", json)}. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final HttpRequest.Builder request;

    Http(String base) {
        this.base = base;
        this.request = HttpRequest.newBuilder();
    }

    public Http as(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Http header(String name, String value) {
        request.header(name, value);
        return this;
    }

    public Reply get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Reply delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Reply post(String path, String json) {
        return header("Content-Type", "application/json")
                .send("POST", path, BodyPublishers.ofString(json));
    }

    public Reply put(String path, String json) {
        return header("Content-Type", "application/json")
                .send("PUT", path, BodyPublishers.ofString(json));
    }

    public Reply patch(String path, String json) {
        return header("Content-Type", "application/json")
                .send("PATCH", path, BodyPublishers.ofString(json));
    }

    public Reply post(String path, String contentType, byte[] body) {
        return header("Content-Type", contentType)
                .send("POST", path, BodyPublishers.ofByteArray(body));
    }

    /** Redirects are answers, not followed. */
    public Reply send(String method, String path, BodyPublisher body) {
        try {
            var response =
                    CLIENT.send(
                            request.uri(URI.create(base + path)).method(method, body).build(),
                            BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(), response.headers(), new String(response.body(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    /** The body as it comes, for answers that do not end. */
    public InputStream stream(String path) {
        try {
            return CLIENT.send(
                            request.uri(URI.create(base + path)).build(),
                            BodyHandlers.ofInputStream())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    /** What came back. */
    public record Reply(int status, HttpHeaders headers, String body) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public @Nullable String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }
}
