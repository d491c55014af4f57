package io.hongbi.testsupport;

import io.hongbi.local.process.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A real Nacos; it ends with the JVM at the latest. */
public final class NacosServer {

    private static @Nullable NacosServer shared;

    private final String address;
    private final Machine machine;

    private NacosServer() {
        Path folder = Scratch.folder("nacos");
        System.setProperty("JM.LOG.PATH", folder.toString()); // of clients in this JVM
        System.setProperty("JM.SNAPSHOT.PATH", folder.toString());
        int port = Ports.free(1).getFirst();
        var embedded =
                new io.hongbi.local.nacos.NacosServer(folder, folder.resolve("nacos.log"), port);
        address = embedded.address();
        machine =
                Containers.wanted()
                        ? Containers.nacos(port)
                        : new EmbeddedProcess(folder, embedded::start);
        machine.start();
        Runtime.getRuntime().addShutdownHook(new Thread(machine::end, "end-nacos"));
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
    public void kill() {
        machine.kill();
    }

    /** Starts it again, at the same address; it has its documents, and no instances. */
    public void restart() {
        machine.start();
    }

    /** The address for clients. */
    public String address() {
        return address;
    }
}
