package io.hongbi.testsupport.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakableProxyTest {

    private ServerSocket echo;
    private BreakableProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        proxy =
                BreakableProxy.to(
                        new InetSocketAddress(echo.getInetAddress(), echo.getLocalPort()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void handsBytesThroughBothWaysAndFarewellsToo() throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(new byte[60_000]);
            socket.shutdownOutput();

            assertThat(socket.getInputStream().readAllBytes()).hasSize(60_000);
        }
    }

    @Test
    void delaysPackets() throws IOException {
        proxy.delay(Duration.ofMillis(100));

        try (var socket = connect()) {
            Instant start = Instant.now();
            assertThat(answer(socket)).isEqualTo(7);
            assertThat(Duration.between(start, Instant.now()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void hangsUntilHealed() throws IOException {
        proxy.hang();

        try (var socket = connect()) {
            socket.setSoTimeout(200);
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> answer(socket));
        }

        proxy.heal();
        try (var socket = connect()) {
            assertThat(answer(socket)).isEqualTo(7);
        }
    }

    @Test
    void resetsConnectionsThatStand() throws IOException {
        try (var socket = connect()) {
            assertThat(answer(socket)).isEqualTo(7);

            proxy.cut();

            assertThatExceptionOfType(SocketException.class).isThrownBy(() -> answer(socket));
        }
        try (var socket = connect()) {
            assertThat(answer(socket)).isEqualTo(7);
        }
    }

    @Test
    void cutsAnswersThatTheServerHasGiven() throws IOException {
        proxy.cutNextAnswers(1);

        try (var socket = connect()) {
            assertThatExceptionOfType(SocketException.class).isThrownBy(() -> answer(socket));
        }
        try (var socket = connect()) {
            assertThat(answer(socket)).isEqualTo(7);
        }
    }

    @Test
    void refusesConnectionsUntilHealed() throws IOException {
        proxy.refuse();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);

        proxy.heal();
        try (var socket = connect()) {
            assertThat(answer(socket)).isEqualTo(7);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(proxy.address().getAddress(), proxy.address().getPort());
    }

    private static int answer(Socket socket) throws IOException {
        socket.getOutputStream().write(7);
        int value = socket.getInputStream().read();
        if (value < 0) {
            throw new SocketException("Ended");
        }
        return value;
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                var socket = echo.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException _) {
            // Reset by the proxy.
        }
    }
}
