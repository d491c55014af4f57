package io.hongbi.local.kafka;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a broker which requests it knows: it answers only once it takes requests at all. */
final class Handshake {

    private static final int TIMEOUT_MS = 2000;
    private static final short API_VERSIONS = 18;
    private static final int CORRELATION = 7;

    private Handshake() {}

    /**
     * Sends ApiVersions, version 0.
     *
     * @see <a href="https://kafka.apache.org/protocol.html">Kafka protocol guide</a>
     */
    static boolean succeeds(int port) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(CORRELATION);
            out.writeShort(-1);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 4 && in.readInt() == CORRELATION;
        } catch (IOException notYet) {
            return false;
        }
    }
}
