package io.hongbi.loadtest.capacity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What a page was measured to cost, and what is assumed, by name. */
record Costs(Properties values) {

    /**
     * Those of a file; null: those that come with the program.
     *
     * @throws IOException if the file cannot be read
     */
    static Costs from(@Nullable Path file) throws IOException {
        var values = new Properties();
        try (var ours = Costs.class.getResourceAsStream("/capacity.properties")) {
            values.load(Objects.requireNonNull(ours));
        }
        if (file != null) {
            try (InputStream own = Files.newInputStream(file)) {
                values.load(own); // what it leaves out stays as it is
            }
        }
        return new Costs(values);
    }

    /**
     * @throws IllegalArgumentException if it is no number of at least 0
     */
    double of(String name) {
        var text = values.getProperty(name);
        try {
            double value = Double.parseDouble(Objects.requireNonNullElse(text, ""));
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException(name + " needs a number of at least 0, was " + text);
    }

    /** Cores that a part needs for so many pages a second. */
    double cores(String part, double pagesPerSecond) {
        return pagesPerSecond * of("cpu." + part) / 1000 / of("utilisation");
    }
}
