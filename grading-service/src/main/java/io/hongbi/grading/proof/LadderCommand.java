package io.hongbi.grading.proof;

import io.hongbi.common.layout.SheetLayout;
import io.hongbi.grading.reading.PageReader;
import io.hongbi.grading.reading.PageReaders;
import io.hongbi.grading.reading.ReadingTask;
import io.hongbi.grading.reading.SheetLayouts;
import io.hongbi.grading.reading.UnreadableLayout;
import io.hongbi.grading.simulation.Cell;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Ladder;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SampleSheet;
import io.hongbi.grading.simulation.Tally;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code hongbi ladder}: fills sheets, photographs them badly in every way of the ladder, reads
 * them and prints what came back, a table to each kind of answer.
 */
public final class LadderCommand {

    private static final int OK = 0;
    private static final int WRONG_CALL = 2;

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
            try (var reader = readers.get().open();
                    var misses = new Misses(call.failures())) {
                climb(call, layouts, reader, misses);
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

    private void climb(
            LadderCall call, List<SheetLayout> layouts, PageReader reader, Misses misses) {
        out.printf(
                "%d %s a rung, seed %d, %d px, %s%n",
                call.sheets(),
                call.blank() ? "blank sheets" : "sheets",
                call.seed(),
                call.size(),
                hands.recorded() > 0
                        ? "filled in by " + hands.recorded() + " writers whom no training has seen"
                        : "filled in by invented hands: there is no data folder in HONGBI_DATA");
        var tables = new LadderTables();
        var reads = new LadderReader(reader);
        for (var rung : call.rungs()) {
            for (var layout : layouts) {
                tables.add(rung, climb(call, layout, rung, reads, misses));
            }
            err.print('.');
        }
        err.println();
        tables.print(out, call.kind()::counts);
        out.printf(Locale.ROOT, "%nCPU: %.1f ms a page%n", reads.meanCpuMillis());
    }

    private Map<Cell, Tally> climb(
            LadderCall call, SheetLayout layout, Rung rung, LadderReader reader, Misses misses) {
        var task = ReadingTask.of(layout);
        return new Ladder(layout, call.size(), hands, miss -> misses.keep(miss, reader.crops()))
                .climb(
                        rung,
                        call.sheets(),
                        call.seed(),
                        call.blank(),
                        photo -> reader.read(photo, task));
    }
}
