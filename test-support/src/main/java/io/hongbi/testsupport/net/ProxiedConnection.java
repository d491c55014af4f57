package io.hongbi.testsupport.net;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One client's connection and the one to the server behind it. */
final class ProxiedConnection {

    private final Socket client;
    private final Socket server;
    private final Consumer<ProxiedConnection> onEnd;
    private final AtomicBoolean ended = new AtomicBoolean();

    ProxiedConnection(Socket client, Socket server, Consumer<ProxiedConnection> onEnd) {
        this.client = client;
        this.server = server;
        this.onEnd = onEnd;
    }

    void start(Gate towardsServer, Gate towardsClient) {
        Thread.ofVirtual().start(() -> pump(client, server, towardsServer));
        Thread.ofVirtual().start(() -> pump(server, client, towardsClient));
    }

    private void pump(Socket from, Socket to, Gate gate) {
        var packet = new byte[16 * 1024];
        try {
            for (int count = from.getInputStream().read(packet);
                    count >= 0;
                    count = from.getInputStream().read(packet)) {
                if (gate.opens()) {
                    to.getOutputStream().write(packet, 0, count);
                }
            }
            to.shutdownOutput();
        } catch (IOException _) {
            reset();
            return;
        }
        if (client.isOutputShutdown() && server.isOutputShutdown()) {
            end(false);
        }
    }

    /** Ends both sides without a farewell: the peers see a reset. */
    void reset() {
        end(true);
    }

    private void end(boolean abruptly) {
        if (ended.compareAndSet(false, true)) {
            close(client, abruptly);
            close(server, abruptly);
            onEnd.accept(this);
        }
    }

    private static void close(Socket socket, boolean abruptly) {
        try (socket) {
            if (abruptly) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException _) {
            // It is closed already.
        }
    }

    /** Whether a packet may pass; an exception resets the connection. */
    interface Gate {
        boolean opens() throws IOException;
    }
}
