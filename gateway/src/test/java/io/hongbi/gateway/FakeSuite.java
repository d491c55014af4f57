package io.hongbi.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of the suite as the page needs: sign-in, one class, one assignment, one submission. */
final class FakeSuite implements HttpHandler {

    static final String ASSIGNMENT = "0199f000-0000-7000-8000-00000000000a";
    static final String SUBMISSION = "0199f000-0000-7000-8000-00000000000b";

    private static final UUID PERSON = UUID.fromString("0199f000-0000-7000-8000-00000000000c");

    final List<byte[]> photos = new ArrayList<>();
    private final byte[] preview;
    private volatile CountDownLatch changed = new CountDownLatch(1);
    private volatile String signInQuery = "";
    private volatile String challenge = "";
    private volatile Role role = Role.STUDENT;
    private volatile String state = "received";
    private final AtomicInteger version = new AtomicInteger(1);

    FakeSuite(byte[] preview) {
        this.preview = preview;
    }

    /** Moves the submission on, as if a reading had come back. */
    synchronized void becomes(String next) {
        state = next;
        version.incrementAndGet();
        var before = changed;
        changed = new CountDownLatch(1);
        before.countDown();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod() + " " + path.replaceAll("[0-9a-f-]{36}", "*")) {
            case "GET /oauth2/authorize" -> authorize(exchange);
            case "GET /login" -> html(exchange);
            case "POST /login" -> signIn(exchange);
            case "POST /oauth2/token" -> token(exchange);
            case "GET /api/v1/classes" ->
                    list(exchange, "{\"id\":\"" + PERSON + "\",\"name\":\"三年二班\"}");
            case "GET /api/v1/classes/*/students" ->
                    list(
                            exchange,
                            "{\"id\":\"" + PERSON + "\",\"studentNumber\":\"07\",\"name\":\"小红\"}");
            case "GET /api/v1/classes/*/assignments" -> list(exchange, assignment());
            case "GET /api/v1/assignments/*" -> FakeService.answer(exchange, 200, assignment());
            case "GET /api/v1/assignments/*/submissions" -> lines(exchange);
            case "POST /api/v1/assignments/*/submissions" -> take(exchange);
            case "PUT /api/v1/submissions/*/pages/1" -> take(exchange);
            case "GET /api/v1/submissions/*" -> FakeService.answer(exchange, 200, submission());
            case "GET /api/v1/submissions/*/events" -> events(exchange);
            case "GET /api/v1/objects/preview.jpg" -> image(exchange);
            default -> FakeService.answer(exchange, 404, "{\"code\":\"not-found\"}");
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getRawQuery();
        var asked = parameters(query);
        var back = asked.get("redirect_uri") + "?state=" + asked.get("state");
        if (exchange.getRequestHeaders().getFirst("Cookie") != null) {
            challenge = asked.getOrDefault("code_challenge", "");
            redirect(exchange, back + "&code=once");
        } else if ("none".equals(asked.get("prompt"))) {
            redirect(exchange, back + "&error=login_required");
        } else {
            signInQuery = query;
            redirect(exchange, "/login");
        }
    }

    private void html(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        var form =
                "<link rel=icon href=data:,><form method=post><input name=username><button>go</button></form>";
        FakeService.answer(exchange, 200, form);
    }

    private void signIn(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        role = Role.ofClaim(form.getOrDefault("username", ""));
        exchange.getResponseHeaders().set("Set-Cookie", "SESSION=1; HttpOnly; SameSite=Lax");
        redirect(exchange, "/oauth2/authorize?" + signInQuery);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        if (!sha256(form.getOrDefault("code_verifier", "")).equals(challenge)) {
            FakeService.answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        var token = TestTokens.token(PERSON, PERSON, role);
        FakeService.answer(
                exchange, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":1800}");
    }

    private void take(HttpExchange exchange) throws IOException {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        var boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
        var body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
        for (var part : Arrays.asList(body.split("--" + boundary, -1))) {
            var start = part.indexOf("\r\n\r\n");
            if (start > 0) {
                photos.add(part.substring(start + 4, part.length() - 2).getBytes(ISO_8859_1));
            }
        }
        becomes("received");
        FakeService.answer(exchange, 202, submission());
    }

    private void events(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (var round = 0; round < 20; round++) {
                var next = changed;
                out.write(event().getBytes(UTF_8));
                out.flush();
                var _ = next.await(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String event() {
        return "id: %1$d\nevent: submission\ndata: {\"version\":%1$d,\"state\":\"%2$s\"}\n\n"
                .formatted(version.get(), state);
    }

    private void image(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, preview.length);
        exchange.getResponseBody().write(preview);
        exchange.close();
    }

    private void lines(HttpExchange exchange) throws IOException {
        var missing = String.valueOf(exchange.getRequestURI().getQuery()).contains("missing=true");
        var line =
                """
                {"id":"%s","studentId":"%s","attempt":1,"state":"%s",
                 "receivedAt":"2026-11-20T10:00:00Z","score":null}\
                """
                        .formatted(SUBMISSION, PERSON, state);
        list(exchange, missing ? "" : line);
    }

    private static void list(HttpExchange exchange, String items) throws IOException {
        FakeService.answer(exchange, 200, "{\"items\":[" + items + "],\"nextCursor\":null}");
    }

    private static String assignment() {
        return """
        {"id":"%s","classId":"%s","kind":"notes","title":"口算练习 <b>12</b>",
         "opensAt":"2026-01-01T00:00:00Z","dueAt":"2099-01-01T00:00:00Z","closesAt":null}\
        """
                .formatted(ASSIGNMENT, PERSON);
    }

    private String submission() {
        var reading =
                """
                {"quality":{"verdict":"%s","reasons":[%s]},"homework":{"value":true},
                 "completion":{"value":"partial","share":0.62}}\
                """;
        var page =
                switch (state) {
                    case "retake" ->
                            "\"retake\",\"reading\":" + reading.formatted("retake", "\"blurred\"");
                    case "graded" -> "\"read\",\"reading\":" + reading.formatted("ok", "");
                    default -> "\"waiting\",\"reading\":null";
                };
        return """
        {"id":"%s","assignmentId":"%s","attempt":1,"version":%d,"state":"%s",
         "receivedAt":"2026-11-20T10:00:00Z","receipt":{"code":"7K4M-2Q9X","pages":2},
         "score":null,"sheet":null,"marks":[],
         "pages":[{"number":1,"previewUrl":"http://elsewhere.test/api/v1/objects/preview.jpg","state":%s}]}\
        """
                .formatted(SUBMISSION, ASSIGNMENT, version.get(), state, page);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        FakeService.answer(exchange, 302, "");
    }

    private static Map<String, String> parameters(String form) {
        var parameters = new HashMap<String, String>();
        for (var pair : form.split("&", -1)) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
