package io.hongbi.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as curl would send them, with any token or none. */
final class Http {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String url;
    private final @Nullable String token;

    /**
     * @param token null to send none
     */
    Http(String url, @Nullable String token) {
        this.url = url;
        this.token = token;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<byte[]> bytes(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Sends files in parts named {@code pages}; headers are names and values in turn. */
    HttpResponse<String> upload(String path, List<byte[]> files, String... headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=b0undary")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form(files)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static byte[] form(List<byte[]> files) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (byte[] file : files) {
            form.writeBytes(
                    ascii(
                            "--b0undary\r\nContent-Disposition: form-data; name=\"pages\";"
                                    + " filename=\"page.jpg\"\r\n"
                                    + "Content-Type: image/jpeg\r\n\r\n"));
            form.writeBytes(file);
            form.writeBytes(ascii("\r\n"));
        }
        form.writeBytes(ascii("--b0undary--\r\n"));
        return form.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException unanswered) {
            throw new IllegalStateException("No answer", unanswered);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stop);
        }
    }

    /** The first so many bytes. */
    static byte[] first(byte[] bytes, int count) {
        return Arrays.copyOf(bytes, count);
    }
}
