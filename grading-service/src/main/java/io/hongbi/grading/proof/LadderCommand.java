package io.hongbi.grading.proof;

import io.hongbi.grading.reading.PageReaders;
import io.hongbi.grading.reading.ReadingTask;
import io.hongbi.grading.simulation.Ladder;
import io.hongbi.grading.simulation.Ladder.Tally;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SampleSheet;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code ladder}: fills sheets, photographs them badly in every way of the ladder, reads them and
 * prints what came back as a table.
 */
public final class LadderCommand {

    private static final int OK = 0;
    private static final int WRONG_CALL = 2;
    private static final String USAGE =
            "usage: ladder [--sheets 20] [--seed 1] [--rungs PLAIN,DARK,...] [--size 2016]"
                    + " [--failures DIR]";

    private final PrintStream out;
    private final PrintStream err;
    private int sheets = 20;
    private long seed = 1;
    private int size = 2016;
    private List<Rung> rungs = Rung.ladder();
    private @Nullable Path failures;

    LadderCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command on the standard streams.
     *
     * @param arguments what follows {@code ladder}
     * @return exit status: 0, or 2 when the call itself is wrong
     */
    public static int run(String... arguments) {
        return new LadderCommand(System.out, System.err)
                .execute(PageReaders::ofThisRelease, arguments);
    }

    int execute(Supplier<PageReaders> readers, String... arguments) {
        try {
            parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println("ladder: " + e.getMessage());
            err.println(USAGE);
            return WRONG_CALL;
        }
        climb(readers.get());
        return OK;
    }

    private void parse(String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            option(arguments[i], arguments[i + 1]);
        }
    }

    private void option(String option, String value) {
        switch (option) {
            case "--sheets" -> sheets = Integer.parseInt(value);
            case "--seed" -> seed = Long.parseLong(value);
            case "--size" -> size = Integer.parseInt(value);
            case "--rungs" ->
                    rungs =
                            Arrays.stream(value.toUpperCase(Locale.ROOT).split(",", -1))
                                    .map(Rung::valueOf)
                                    .toList();
            case "--failures" -> failures = Path.of(value);
            default -> throw new IllegalArgumentException("there is no option " + option);
        }
    }

    private void climb(PageReaders readers) {
        var layout = SampleSheet.mixed();
        var task = ReadingTask.of(layout);
        var ladder = new Ladder(layout, size, this::keep);
        out.printf("%d sheets a rung, seed %d, %d px%n", sheets, seed, size);
        out.println(
                "| rung | cells | right | doubtful | retake | silently wrong | CPU ms a page |");
        out.println("|---|---|---|---|---|---|---|");
        try (var reader = readers.open()) {
            for (var rung : rungs) {
                var cpu = new double[1];
                var tally =
                        ladder.climb(
                                rung,
                                sheets,
                                seed,
                                photo -> {
                                    var page = reader.read(photo, task);
                                    cpu[0] += page.cpuMillis();
                                    return page.reading();
                                });
                out.println(row(rung, tally, cpu[0] / sheets));
            }
        }
    }

    private static String row(Rung rung, Tally tally, double cpuMillis) {
        double cells = tally.cells() / 100.0;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f %% | %.2f %% | %.2f %% | %d | %.0f |",
                rung.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                tally.cells(),
                tally.right() / cells,
                tally.doubtful() / cells,
                tally.retake() / cells,
                tally.silentlyWrong(),
                cpuMillis);
    }

    private void keep(String name, byte[] photo) {
        var folder = failures;
        if (folder != null) {
            try {
                Files.createDirectories(folder);
                Files.write(folder.resolve(name + ".jpg"), photo);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
