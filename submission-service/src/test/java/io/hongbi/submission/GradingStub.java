package io.hongbi.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hongbi.common.layout.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Stands where grading-service proves sheets and answers what it is told to. */
public final class GradingStub {

    public static final String EQUAL = "{\"equal\": true, \"cells\": 120, \"differences\": []}";

    private static final GradingStub SHARED = new GradingStub();

    private final HttpServer server;
    private final List<Request> requests = new ArrayList<>();
    private int status = 503;
    private String body = "";

    /** What was asked. */
    public record Request(String authorization, String body) {}

    private GradingStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(Proof.PATH, this::handle);
        server.start();
    }

    public static GradingStub shared() {
        return SHARED;
    }

    public synchronized void answers(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
        requests.clear();
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(
                    new Request(
                            Objects.requireNonNullElse(
                                    exchange.getRequestHeaders().getFirst("Authorization"), ""),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
