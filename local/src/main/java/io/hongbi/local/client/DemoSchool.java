package io.hongbi.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code demo.env} says: the address, tokens of several people, and assignments. */
public final class DemoSchool {

    private final Map<String, String> values;

    private DemoSchool(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads KEY=value lines.
     *
     * @throws UncheckedIOException if there is no such file: the suite is not up
     */
    public static DemoSchool in(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new DemoSchool(
                    lines.stream()
                            .filter(line -> line.matches("[A-Z0-9_]+=.*"))
                            .map(line -> line.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        } catch (IOException absent) {
            throw new UncheckedIOException("Cannot read " + file, absent);
        }
    }

    /** The same school at another gateway. */
    public DemoSchool at(String url) {
        Map<String, String> there = new HashMap<>(values);
        there.put("HONGBI_URL", url);
        return new DemoSchool(there);
    }

    /** The gateway, without {@code /api/v1}. */
    public String url() {
        return value("HONGBI_URL");
    }

    public String student() {
        return value("STUDENT_TOKEN");
    }

    public String notesAssignment() {
        return value("NOTES_ASSIGNMENT_ID");
    }

    public String sumsAssignment() {
        return value("ARITHMETIC_ASSIGNMENT_ID");
    }

    /**
     * Any of the values.
     *
     * @throws IllegalStateException if the file lacks it
     */
    public String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("demo.env lacks " + key);
        }
        return value;
    }
}
