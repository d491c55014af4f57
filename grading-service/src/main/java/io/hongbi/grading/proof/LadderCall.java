package io.hongbi.grading.proof;

import io.hongbi.grading.simulation.Cell;
import io.hongbi.grading.simulation.Rung;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How {@code ladder} is called.
 *
 * @param layout of the sheets; null means made-up ones
 * @param blank whether nothing is filled in
 * @param size pixels of the photos' longer side
 * @param failures where to keep photos that were not read for certain and right; null for nowhere
 */
record LadderCall(
        int sheets,
        long seed,
        int size,
        List<Rung> rungs,
        Kind kind,
        boolean blank,
        @Nullable Path layout,
        @Nullable Path failures) {

    static final String USAGE =
            "usage: hongbi ladder [--kind bubbles|written|all] [--blank] [--sheets 20] [--seed 1]"
                    + " [--size 2016] [--rungs plain,dark,...|ladder|mishaps|all] [--layout FILE]"
                    + " [--failures DIR]";

    LadderCall {
        rungs = List.copyOf(rungs);
        if (sheets < 1 || size < 400 || size > 8000) {
            throw new IllegalArgumentException(
                    "there are 1 sheet or more, of 400 to 8000 pixels each");
        }
    }

    /** What is counted. */
    enum Kind {
        BUBBLES,
        WRITTEN,
        ALL;

        boolean counts(Cell cell) {
            return switch (this) {
                case BUBBLES -> cell == Cell.BUBBLES || cell == Cell.STUDENT_NUMBER;
                case WRITTEN -> cell != Cell.BUBBLES;
                case ALL -> true;
            };
        }
    }

    /**
     * @throws IllegalArgumentException if it makes no sense
     */
    static LadderCall parse(String... arguments) {
        int sheets = 20;
        long seed = 1;
        int size = 2016;
        var rungs = Rung.ladder();
        var kind = Kind.ALL;
        boolean blank = false;
        Path layout = null;
        Path failures = null;
        var rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (option.equals("--blank")) {
                blank = true;
                continue;
            }
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " is no option, or needs a value");
            }
            var value = rest.next();
            switch (option) {
                case "--sheets" -> sheets = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--size" -> size = Integer.parseInt(value);
                case "--rungs" -> rungs = rungs(value);
                case "--kind" -> kind = Kind.valueOf(value.toUpperCase(Locale.ROOT));
                case "--layout" -> layout = Path.of(value);
                case "--failures" -> failures = Path.of(value);
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }
        return new LadderCall(sheets, seed, size, rungs, kind, blank, layout, failures);
    }

    private static List<Rung> rungs(String names) {
        return switch (names) {
            case "all" -> List.of(Rung.values());
            case "ladder" -> Rung.ladder();
            case "mishaps" -> Rung.mishaps();
            default ->
                    Arrays.stream(names.toUpperCase(Locale.ROOT).replace('-', '_').split(",", -1))
                            .map(Rung::valueOf)
                            .toList();
        };
    }
}
