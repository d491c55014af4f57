package io.hongbi.grading.proof;

import io.hongbi.grading.simulation.Cell;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.Tally;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What came back on each rung, as a Markdown table to each kind of answer. */
final class LadderTables {

    private static final String HEADING =
            "| rung | cells | right | doubtful | retake | silently wrong |\n|---|---|---|---|---|---|";

    private final Map<Cell, Map<Rung, Tally>> tables = new TreeMap<>();

    void add(Rung rung, Map<Cell, Tally> tallies) {
        tallies.forEach((cell, tally) ->
                tables.computeIfAbsent(cell, _ -> new LinkedHashMap<>())
                        .merge(rung, tally, Tally::plus));
    }

    void print(PrintStream out, Predicate<Cell> wanted) {
        tables.forEach((cell, tallies) -> {
            if (wanted.test(cell)) {
                print(out, cell, tallies);
            }
        });
    }

    private static void print(PrintStream out, Cell cell, Map<Rung, Tally> tallies) {
        out.printf("%n%s%n%n%s%n", name(cell), HEADING);
        tallies.forEach((rung, tally) -> out.println(row(name(rung), tally)));
        sum(tallies, Rung::mild).ifPresent(mild -> out.println(row("**mild rungs**", mild)));
        sum(tallies, _ -> true).ifPresent(all -> out.println(row("**all**", all)));
    }

    private static Optional<Tally> sum(Map<Rung, Tally> tallies, Predicate<Rung> which) {
        return tallies.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Tally::plus);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String row(String name, Tally tally) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %s |",
                name,
                tally.cells(),
                share(tally.right(), tally),
                share(tally.doubtful(), tally),
                share(tally.retake(), tally),
                tally.silentlyWrong() == 0
                        ? "0"
                        : tally.silentlyWrong() + " (" + share(tally.silentlyWrong(), tally) + ")");
    }

    private static String share(int cells, Tally tally) {
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * cells / tally.cells());
    }
}
