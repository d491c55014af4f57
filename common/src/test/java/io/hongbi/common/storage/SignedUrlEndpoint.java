package io.hongbi.common.storage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Serves signed addresses of a folder store the way submission-service does. */
final class SignedUrlEndpoint implements AutoCloseable {

    private static final String PATH = "/api/v1/objects/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SignedUrlEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
    }

    URI prefix() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    void serve(ObjectStore store, SignedUrls urls) {
        server.createContext(PATH, exchange -> answer(exchange, store, urls));
        server.start();
    }

    private static void answer(HttpExchange exchange, ObjectStore store, SignedUrls urls)
            throws IOException {
        var query = parametersOf(exchange.getRequestURI());
        String key = exchange.getRequestURI().getPath().substring(PATH.length());
        try (exchange) {
            switch (urls.verify(key, query.get("expires"), query.get("signature"))) {
                case Verification.Granted(var object, _) -> send(exchange, store, object);
                case Verification.Expired _, Verification.Forged _ ->
                        exchange.sendResponseHeaders(403, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, ObjectStore store, ObjectKey key)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", key.contentType());
        exchange.sendResponseHeaders(200, 0);
        try (var content = store.open(key)) {
            content.transferTo(exchange.getResponseBody());
        }
    }

    private static Map<String, String> parametersOf(URI address) {
        String query = address.getQuery() == null ? "" : address.getQuery();
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> (parameter + "=").split("=", -1))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
