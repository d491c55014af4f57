package io.hongbi.loadtest.load;

import io.hongbi.local.client.Multipart;
import io.hongbi.local.client.Photo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Uploads whose bytes come slowly and evenly: sockets, as HTTP clients send as fast as they can.
 */
final class SlowUploads {

    private static final int PIECES = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI gateway;
    private final School school;
    private final Photo photo;
    private final Duration pause;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Boolean>> all = new ArrayList<>();

    /**
     * @param seconds how long one of them sends
     */
    SlowUploads(String gateway, School school, Photo photo, int seconds) {
        this.gateway = URI.create(gateway);
        this.school = school;
        this.photo = photo;
        pause = Duration.ofSeconds(seconds).dividedBy(PIECES);
    }

    /** All of them at once; does nothing from the second call on. */
    synchronized void start(int clients) {
        while (all.size() < clients) {
            all.add(threads.submit(this::upload));
        }
    }

    /** How many were, waiting for the last. */
    synchronized long accepted() {
        threads.close();
        return all.stream().filter(SlowUploads::isAccepted).count();
    }

    private static boolean isAccepted(Future<Boolean> upload) {
        try {
            return upload.get();
        } catch (ExecutionException | CancellationException failed) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean upload() throws IOException, InterruptedException {
        var body = Multipart.of("pages", List.of(photo));
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var out = socket.getOutputStream();
            out.write(head(body.length).getBytes(StandardCharsets.US_ASCII));
            send(body, out);
            var answer =
                    new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return answer.equals("HTTP/1.1 202");
        }
    }

    private void send(byte[] body, OutputStream out) throws IOException, InterruptedException {
        var piece = body.length / PIECES + 1;
        for (int from = 0; from < body.length; from += piece) {
            out.write(body, from, Math.min(piece, body.length - from));
            out.flush();
            Thread.sleep(pause);
        }
    }

    private String head(int length) {
        return """
        POST /api/v1%s HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: %s
        Content-Length: %d
        Connection: close

        """
                .formatted(
                        school.uploads().getFirst(),
                        gateway.getAuthority(),
                        school.token(),
                        Multipart.TYPE,
                        length)
                .replace("\n", "\r\n");
    }
}
