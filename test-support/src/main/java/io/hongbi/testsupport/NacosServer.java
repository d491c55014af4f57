package io.hongbi.testsupport;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One real Nacos per JVM; it ends with the JVM. */
public final class NacosServer {

    private static @Nullable NacosServer shared;

    private final Path folder = Scratch.folder("nacos");
    private final io.hongbi.local.nacos.NacosServer server;
    private final Child process;

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

    /** The address for clients. */
    public String address() {
        return server.address();
    }

    private void end() {
        process.kill();
        Scratch.discard(folder);
    }
}
