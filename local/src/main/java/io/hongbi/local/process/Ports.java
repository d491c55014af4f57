package io.hongbi.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports. */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /**
     * Ports that are free now, below those which systems give to outgoing connections: a port stays
     * usable while the process it was chosen for is started again.
     */
    public static List<Integer> free(int count) {
        List<Integer> found =
                ThreadLocalRandom.current()
                        .ints(LOWEST, HIGHEST)
                        .distinct()
                        .limit(1000L)
                        .filter(Ports::isFree)
                        .limit(count)
                        .boxed()
                        .toList();
        if (found.size() < count) {
            throw new IllegalStateException("No loopback port is free");
        }
        return found;
    }

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether something accepts connections on the port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }
}
