package io.hongbi.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A service behind the door that answers what the test tells it to. */
final class FakeService {

    private final HttpServer server;
    private volatile HttpHandler handler = FakeService::echo;

    FakeService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> handler.handle(exchange));
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }

    void answers(HttpHandler next) {
        handler = next;
    }

    /** Answers the request line and headers as text. */
    static void echo(HttpExchange exchange) throws IOException {
        var text = new StringBuilder(exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((name, values) -> text.append(name + ": " + values + "\n"));
        exchange.getResponseHeaders().set("X-Trace-Id", "the service's own");
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        answer(exchange, 200, text.toString());
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
