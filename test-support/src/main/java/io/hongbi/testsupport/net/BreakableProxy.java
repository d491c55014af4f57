package io.hongbi.testsupport.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on loopback that hands bytes through until it is told to break: to delay, to hang, to
 * cut, to refuse. It starts healthy; {@link #heal} makes it so again.
 */
public final class BreakableProxy implements AutoCloseable {

    private final InetSocketAddress target;
    private final int port;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answersToCut = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean hanging;
    private volatile ServerSocket listener;
    private volatile Thread acceptor;

    private BreakableProxy(int port, InetSocketAddress target) throws IOException {
        this.target = target;
        listener = listen(port);
        this.port = listener.getLocalPort();
        acceptor = acceptOn(listener);
    }

    /** Starts a proxy on a free port. */
    public static BreakableProxy to(InetSocketAddress target) {
        return start(0, target);
    }

    /** Starts a proxy on a given port, or a free one for 0. */
    public static BreakableProxy start(int port, InetSocketAddress target) {
        try {
            return new BreakableProxy(port, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, the same for all its life. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** From now on, each packet waits. */
    public void delay(Duration perPacket) {
        delay = perPacket;
    }

    /** From now on, connections stand but no byte gets through. */
    public void hang() {
        hanging = true;
    }

    /** Resets every connection that stands; new ones are served. */
    public void cut() {
        connections.forEach(ProxiedConnection::reset);
    }

    /** Resets connections at the first byte of an answer, when the server has done its work. */
    public void cutNextAnswers(int count) {
        answersToCut.set(count);
    }

    /** Resets every connection that stands and refuses new ones. */
    public void refuse() {
        try {
            listener.close();
            acceptor.join(); // until then the system still takes connections in
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        cut();
    }

    /** Hands bytes through again. Connections that hung before are reset. */
    public void heal() {
        delay = Duration.ZERO;
        answersToCut.set(0);
        if (hanging) {
            hanging = false;
            cut();
        }
        if (listener.isClosed()) {
            try {
                listener = listen(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            acceptor = acceptOn(listener);
        }
    }

    @Override
    public void close() {
        refuse();
    }

    private static ServerSocket listen(int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private Thread acceptOn(ServerSocket socket) {
        return Thread.ofVirtual().name("breakable-proxy-" + port).start(() -> accept(socket));
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                serve(socket.accept());
            } catch (IOException _) {
                // Closed, or the target refuses: the client's connection was reset.
            }
        }
    }

    private void serve(Socket client) throws IOException {
        var server = new Socket();
        var connection = new ProxiedConnection(client, server, connections::remove);
        connections.add(connection);
        try {
            if (!hanging) {
                server.connect(target);
            }
        } catch (IOException e) {
            connection.reset();
            throw e;
        }
        if (!hanging) {
            connection.start(this::letThrough, this::letAnswerThrough);
        }
    }

    private boolean letThrough() {
        pause(delay);
        return !hanging;
    }

    private boolean letAnswerThrough() throws IOException {
        if (answersToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IOException("Told to cut");
        }
        return letThrough();
    }

    private static void pause(Duration delay) {
        if (delay.isPositive()) {
            try {
                Thread.sleep(delay);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
