package io.hongbi.local.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the JVM of each part is set: small, because all share one machine. */
final class Jvm {

    private static final List<String> ALL =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-Xss512k",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dfile.encoding=UTF-8",
                    "-Dspring.jmx.enabled=false");

    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What runs an unpacked service, with its temporary files in a folder of its own. */
    static List<String> command(Part part, Path application, AotCaches caches, Path temporary) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options(part));
        command.addAll(caches.options(part, application));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-jar", application.toString()));
        return command;
    }

    /** Options that must be the same in the training run and in use. */
    static List<String> options(Part part) {
        List<String> options = new ArrayList<>(ALL);
        options.addAll(
                switch (part) {
                    case SUBMISSION -> List.of("-Xmx224m");
                    case GRADING -> List.of("-Xmx192m", "-XX:TieredStopAtLevel=1");
                    case NOTIFICATION -> List.of("-Xmx96m", "-XX:TieredStopAtLevel=1");
                    // the better code comes after thousands of requests, its price at once
                    case GATEWAY -> List.of("-Xmx128m", "-XX:TieredStopAtLevel=1");
                    case KAFKA -> List.of("-Xmx224m", "-XX:TieredStopAtLevel=4");
                    case POSTGRES, NACOS -> List.of();
                });
        return options;
    }
}
