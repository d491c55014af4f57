package io.hongbi.local.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.hongbi.local.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. Root therefore starts it in a user namespace, or, where those
 * are forbidden, as the user nobody with leave to pass folders it does not own.
 *
 * @param prefix the command that comes before PostgreSQL's own
 * @param owner the user id that must own the data; negative where nothing has to change
 */
record Unprivileged(List<String> prefix, int owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> OTHER_USER =
            List.of(
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override");

    /** The way that this machine allows. */
    static Unprivileged here() {
        if (new UnixSystem().getUid() != ROOT) {
            return new Unprivileged(List.of(), -1);
        }
        if (Programs.works(append(NAMESPACE, "true"))) {
            return new Unprivileged(NAMESPACE, ROOT);
        }
        if (Programs.works(append(OTHER_USER, "true"))) {
            return new Unprivileged(OTHER_USER, NOBODY);
        }
        throw new IllegalStateException(
                "PostgreSQL cannot run as root here: start Hongbi as an ordinary user");
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Gives the folder to the user who will run PostgreSQL. */
    void own(Path folder) throws IOException {
        if (owner < 0 || isOwned(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", owner);
            }
        }
    }

    private boolean isOwned(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid").equals(owner);
    }

    private static List<String> append(List<String> command, String argument) {
        return Stream.concat(command.stream(), Stream.of(argument)).toList();
    }
}
