package io.hongbi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamIT extends GatewayFixture {

    private static final String HAND_IN = "/api/v1/assignments/17/submissions";
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void firstBytesReachTheServiceBeforeTheLastAreSent() throws Exception {
        var arrived = new CountDownLatch(1);
        var received = new AtomicLong();
        SUBMISSION.answers(exchange -> {
            try (var body = exchange.getRequestBody()) {
                received.addAndGet(body.readNBytes(1000).length);
                arrived.countDown();
                received.addAndGet(body.transferTo(java.io.OutputStream.nullOutputStream()));
            }
            FakeService.answer(exchange, 202, "");
        });
        var source = new PipedInputStream(MEGABYTE);
        var sink = new PipedOutputStream(source);

        var answer =
                client.sendAsync(
                        signedIn(HAND_IN).POST(BodyPublishers.ofInputStream(() -> source)).build(),
                        BodyHandlers.ofString());
        sink.write(new byte[64 * 1024]);
        sink.flush();
        var early = arrived.await(30, TimeUnit.SECONDS);
        for (var i = 0; i < 20; i++) {
            sink.write(new byte[MEGABYTE]);
        }
        sink.close();

        assertThat(early).isTrue();
        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
        assertThat(received).hasValue(64 * 1024 + 20L * MEGABYTE);
    }

    @Test
    void aSlowSenderHasMoreTimeThanAServiceToAnswer() throws Exception {
        SUBMISSION.answers(StreamIT::swallow);
        var source = new PipedInputStream(MEGABYTE);
        var sink = new PipedOutputStream(source);

        var answer =
                client.sendAsync(
                        signedIn(HAND_IN).POST(BodyPublishers.ofInputStream(() -> source)).build(),
                        BodyHandlers.ofString());
        for (var i = 0; i < 4; i++) {
            sink.write(new byte[64 * 1024]);
            sink.flush();
            Thread.sleep(1000); // the fixture's services have 2 s to answer
        }
        sink.close();

        assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
    }

    @Test
    void refusesAnUploadThatSaysItIsTooLarge() throws Exception {
        var request =
                signedIn(HAND_IN)
                        .expectContinue(true)
                        .POST(BodyPublishers.ofByteArray(new byte[41 * MEGABYTE]));

        assertIsProblem(send(request), 413, "too-large");
    }

    @Test
    void refusesAnUploadThatTurnsOutTooLarge() throws Exception {
        SUBMISSION.answers(StreamIT::swallow);
        var chunk = new byte[MEGABYTE];
        var chunks = java.util.stream.IntStream.range(0, 60).mapToObj(_ -> chunk).toList();
        var request = signedIn(HAND_IN).POST(BodyPublishers.ofByteArrays(chunks));

        assertIsProblem(send(request), 413, "too-large");
    }

    @Test
    void takesLessWhereNoPagesAreHandedIn() throws Exception {
        var request =
                signedIn("/api/v1/classes")
                        .POST(BodyPublishers.ofByteArray(new byte[2 * MEGABYTE]));

        assertIsProblem(send(request), 413, "too-large");
    }

    @Test
    void refusesAnUploadWithoutTokenBeforeItsBody() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var head =
                    "POST "
                            + HAND_IN
                            + " HTTP/1.1\r\nHost: door\r\nContent-Length: 1000000\r\n\r\n";
            socket.getOutputStream()
                    .write((head + "the first bytes, and never more").getBytes(UTF_8));

            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            assertThat(answer.readLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
        }
    }

    @Test
    void passesLiveEventsOnAsTheyHappen() throws Exception {
        var next = new CountDownLatch(1);
        SUBMISSION.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: one\n\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await(next);
            exchange.getResponseBody().write("data: two\n\n".getBytes(UTF_8));
            exchange.close();
        });

        var answer =
                client.send(
                        signedIn("/api/v1/submissions/17/events").build(),
                        BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: one");
            next.countDown();
            assertThat(lines.lines().toList()).contains("data: two");
        }
    }

    private static void swallow(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        try (var body = exchange.getRequestBody()) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        }
        FakeService.answer(exchange, 202, "");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
