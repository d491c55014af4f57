package io.hongbi.grading.proof;

import io.hongbi.common.layout.SheetLayout;
import io.hongbi.grading.reading.Jpeg;
import io.hongbi.grading.reading.PageReader;
import io.hongbi.grading.reading.PageReaders;
import io.hongbi.grading.reading.ReadPage;
import io.hongbi.grading.reading.ReadingTask;
import io.hongbi.grading.reading.SheetLayouts;
import io.hongbi.grading.reading.UnreadableLayout;
import io.hongbi.grading.simulation.Cell;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Ladder;
import io.hongbi.grading.simulation.Ladder.Miss;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SampleSheet;
import io.hongbi.grading.simulation.Tally;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code hongbi ladder}: fills sheets, photographs them badly in every way of the ladder, reads
 * them and prints what came back, a table to each kind of answer.
 */
public final class LadderCommand {

    private static final int OK = 0;
    private static final int WRONG_CALL = 2;
    private static final String HEADING =
            "| rung | cells | right | doubtful | retake | silently wrong |\n|---|---|---|---|---|---|";

    private final PrintStream out;
    private final PrintStream err;
    private final Hands hands;

    LadderCommand(PrintStream out, PrintStream err, Hands hands) {
        this.out = out;
        this.err = err;
        this.hands = hands;
    }

    /**
     * Runs the command on the standard streams. Sheets are filled by writers of the data folder
     * ({@code HONGBI_DATA}) whom no training has seen, where there is one.
     *
     * @param arguments what follows {@code ladder}
     * @return exit status: 0, or 2 when the call itself is wrong
     */
    public static int run(String... arguments) {
        var data = System.getenv().getOrDefault("HONGBI_DATA", "../shared/data");
        return new LadderCommand(System.out, System.err, Hands.unseenIn(Path.of(data)))
                .execute(PageReaders::ofThisRelease, arguments);
    }

    int execute(Supplier<PageReaders> readers, String... arguments) {
        try {
            var call = LadderCall.parse(arguments);
            var layouts = layouts(call);
            try (var reader = readers.get().open()) {
                climb(call, layouts, reader);
            }
            return OK;
        } catch (IllegalArgumentException | UnreadableLayout e) {
            err.println("hongbi ladder: " + e.getMessage());
            err.println(LadderCall.USAGE);
            return WRONG_CALL;
        }
    }

    private static List<SheetLayout> layouts(LadderCall call) {
        var file = call.layout();
        if (file != null) {
            try {
                return List.of(SheetLayouts.parse(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new IllegalArgumentException(file + " cannot be read", e);
            }
        }
        return switch (call.kind()) {
            case BUBBLES -> List.of(SampleSheet.mixed());
            case WRITTEN -> List.of(SampleSheet.written());
            case ALL -> List.of(SampleSheet.mixed(), SampleSheet.written());
        };
    }

    private void climb(LadderCall call, List<SheetLayout> layouts, PageReader reader) {
        out.printf(
                "%d %s a rung, seed %d, %d px, %s%n",
                call.sheets(),
                call.blank() ? "blank sheets" : "sheets",
                call.seed(),
                call.size(),
                hands.recorded() > 0
                        ? "filled in by " + hands.recorded() + " writers whom no training has seen"
                        : "filled in by invented hands: there is no data folder in HONGBI_DATA");
        var tables = new TreeMap<Cell, Map<Rung, Tally>>();
        var cpu = new double[2];
        for (var rung : call.rungs()) {
            for (var layout : layouts) {
                climb(call, layout, rung, reader, cpu)
                        .forEach((cell, tally) ->
                                tables.computeIfAbsent(cell, _ -> new LinkedHashMap<>())
                                        .merge(rung, tally, Tally::plus));
            }
            err.print('.');
        }
        err.println();
        tables.forEach((cell, tallies) -> {
            if (call.kind().counts(cell)) {
                print(cell, tallies);
            }
        });
        out.printf(Locale.ROOT, "%nCPU: %.1f ms a page%n", cpu[0] / cpu[1]);
    }

    private Map<Cell, Tally> climb(
            LadderCall call, SheetLayout layout, Rung rung, PageReader reader, double[] cpu) {
        var task = ReadingTask.of(layout);
        var seen = new ArrayDeque<ReadPage>();
        return new Ladder(
                        layout,
                        call.size(),
                        hands,
                        miss -> keep(call.failures(), miss, seen.getLast().crops()))
                .climb(
                        rung,
                        call.sheets(),
                        call.seed(),
                        call.blank(),
                        photo -> {
                            var page = reader.read(photo, task);
                            seen.clear();
                            seen.add(page);
                            cpu[0] += page.cpuMillis();
                            cpu[1]++;
                            return page.reading();
                        });
    }

    private void print(Cell cell, Map<Rung, Tally> tallies) {
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
        double cells = tally.cells() / 100.0;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f %% | %.2f %% | %.2f %% | %s |",
                name,
                tally.cells(),
                tally.right() / cells,
                tally.doubtful() / cells,
                tally.retake() / cells,
                tally.silentlyWrong() == 0
                        ? "0"
                        : String.format(
                                Locale.ROOT,
                                "%d (%.2f %%)",
                                tally.silentlyWrong(),
                                tally.silentlyWrong() / cells));
    }

    /** The photo of the sheet, and what the reader cut out for the item. */
    private static void keep(@Nullable Path folder, Miss miss, Map<String, Jpeg> crops) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(miss.sheet() + ".jpg"), miss.photo());
            var item = miss.itemId();
            var crop = item == null ? null : crops.get(item);
            if (crop != null) {
                var name = miss.sheet() + "-" + item + "-" + miss.what() + ".jpg";
                Files.write(folder.resolve(name), crop.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
