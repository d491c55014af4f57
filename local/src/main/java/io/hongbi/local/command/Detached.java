package io.hongbi.local.command;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Library;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A supervisor that outlives the call and holds nothing of the caller's terminal. */
final class Detached {

    private Detached() {}

    static Child supervisor(Place place, int port, Wanted wanted) {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        Library.ofThisBuild().classPath(),
                        Program.class.getName(),
                        place.root().toString(),
                        "supervise",
                        Boolean.toString(wanted.nacos()),
                        "" + wanted.workers());
        return Child.start(
                new Child.Launch(
                        command,
                        Map.of("HONGBI_PORT", "" + port),
                        place.root(),
                        place.supervisorLog()));
    }
}
