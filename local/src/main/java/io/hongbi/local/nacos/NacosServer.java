package io.hongbi.local.nacos;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Library;
import io.hongbi.local.process.NotStarted;
import io.hongbi.local.process.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Nacos on the loopback interface, without console and passwords. It takes the ports {@code
 * port}, {@code port + 1000} and {@code port + 1001}.
 *
 * @param folder where it keeps its data, made when absent
 * @param log where its output goes
 */
public record NacosServer(Path folder, Path log, int port) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration ANSWER = Duration.ofSeconds(2);

    /**
     * Starts it and waits until it takes requests; it ends with the JVM that started it, too.
     *
     * @throws NotStarted if it ended or was not ready in time
     */
    public Child start() {
        var command = new ArrayList<>(command());
        command.add(Long.toString(ProcessHandle.current().pid()));
        var nacos = Child.start(new Child.Launch(command, Map.of(), folder, log));
        Waiting.until(() -> isReady() || !nacos.isAlive(), PATIENCE);
        if (!isReady()) {
            nacos.kill();
            throw new NotStarted("Nacos", "it takes no requests", log);
        }
        return nacos;
    }

    /** The address for clients. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Whether it takes requests. */
    public boolean isReady() {
        var readiness = URI.create("http://" + address() + "/nacos/v3/admin/core/state/readiness");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(readiness).timeout(ANSWER).build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts it without waiting for it; it outlives the JVM that started it. */
    public Child launch() {
        return Child.start(new Child.Launch(command(), Map.of(), folder, log));
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dnacos.standalone=true",
                "-Dnacos.home=" + folder,
                "-Duser.home=" + folder,
                "-Dnacos.server.main.port=" + port,
                "-Dnacos.server.ip=127.0.0.1",
                "-Dnacos.inetutils.ip-address=127.0.0.1",
                "-Dserver.address=127.0.0.1",
                "-Dnacos.remote.grpc.listen.ip=127.0.0.1",
                "-cp",
                classPath(),
                "io.hongbi.local.nacos.NacosMain");
    }

    /** Caucho's hessian first: Alipay's has classes of the same names, and both are needed. */
    private static String classPath() {
        var built =
                Library.ofThisBuild().classes().resolve("../../../local-nacos/target").normalize();
        var jars = built.resolve("lib");
        if (!Files.isDirectory(jars)) {
            throw new IllegalStateException("No jars in " + jars + ": build module local-nacos");
        }
        return built.resolve("classes")
                + ":"
                + jars.resolve("hessian-4.0.63.jar")
                + ":"
                + jars.resolve("*");
    }
}
