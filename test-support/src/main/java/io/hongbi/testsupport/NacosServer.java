package io.hongbi.testsupport;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A real Nacos; it ends with the JVM at the latest. */
public final class NacosServer {

    private static @Nullable NacosServer shared;

    private final Path folder = Scratch.folder("nacos");
    private final io.hongbi.local.nacos.NacosServer server;
    private Child process;

    private NacosServer() {
        System.setProperty("JM.LOG.PATH", folder.toString()); // of clients in this JVM
        System.setProperty("JM.SNAPSHOT.PATH", folder.toString());
        server =
                new io.hongbi.local.nacos.NacosServer(
                        folder, folder.resolve("nacos.log"), Ports.free(1).getFirst());
        process = server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-nacos"));
    }

    /** The Nacos of this JVM, started on the first call. */
    public static synchronized NacosServer shared() {
        if (shared == null) {
            shared = new NacosServer();
        }
        return shared;
    }

    /** A Nacos of its own, for tests that end it. */
    public static NacosServer another() {
        return new NacosServer();
    }

    /** Ends it as a power cut would. */
    public synchronized void kill() {
        process.kill();
    }

    /** Starts it again, at the same address; it has its documents, and no instances. */
    public synchronized void restart() {
        process = server.start();
    }

    /** The address for clients. */
    public String address() {
        return server.address();
    }

    private synchronized void end() {
        process.kill();
        Scratch.discard(folder);
    }
}
