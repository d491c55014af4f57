package io.hongbi.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part ended or stayed silent before it was ready; the end of its log says why. */
public final class NotStarted extends RuntimeException {

    private final String part;

    /** Quotes the last lines of the part's log. */
    public NotStarted(String part, String why, Path log) {
        super(part + " did not start: " + why + " (" + log + ")" + tail(log));
        this.part = part;
    }

    public String part() {
        return part;
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return "\n  "
                    + String.join(
                            "\n  ", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
