package io.hongbi.grading.simulation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code samples}: writes made-up photos to a folder, for the demo and for load, and prints the
 * name of each file on a line. Kinds alternate; the same seed gives the same files.
 */
public final class SamplesCommand {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;
    private static final String USAGE =
            "usage: samples --out DIR [--count N] [--seed S] [--megapixels 12] [--good] [--sums"
                    + " [--truth FILE]]";

    private final PrintStream out;
    private final PrintStream err;
    private @Nullable Path folder;
    private int count = 10;
    private long seed = 1;
    private double megapixels = 12;
    private boolean good;
    private boolean sums;
    private @Nullable Path truth;

    SamplesCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command on the standard streams.
     *
     * @param arguments what follows {@code samples}; with {@code --good}, only pages that can be
     *     read; with {@code --sums}, only pages of sums, and with {@code --truth} what stands on
     *     them in a file beside
     * @return exit status: 0, 1 when the folder cannot be written, 2 when the call itself is wrong
     */
    public static int run(String... arguments) {
        return new SamplesCommand(System.out, System.err).execute(arguments);
    }

    int execute(String... arguments) {
        try {
            parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            return wrong(e.getMessage());
        }
        return folder == null ? wrong("--out is missing") : write(folder);
    }

    private int wrong(@Nullable String reason) {
        err.println("samples: " + reason);
        err.println(USAGE);
        return WRONG_CALL;
    }

    private void parse(List<String> arguments) {
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (option.equals("--good")) {
                good = true;
            } else if (option.equals("--sums")) {
                sums = true;
            } else if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " is no option, or needs a value");
            } else {
                option(option, rest.next());
            }
        }
    }

    private void option(String option, String value) {
        switch (option) {
            case "--out" -> folder = Path.of(value);
            case "--truth" -> truth = Path.of(value);
            case "--count" -> count = Integer.parseInt(value);
            case "--seed" -> seed = Long.parseLong(value);
            case "--megapixels" -> megapixels = megapixels(value);
            default -> throw new IllegalArgumentException("there is no option " + option);
        }
    }

    private static double megapixels(String value) {
        double megapixels = Double.parseDouble(value);
        if (!(megapixels >= 0.1 && megapixels <= 50)) {
            throw new IllegalArgumentException("--megapixels lies between 0.1 and 50");
        }
        return megapixels;
    }

    private int write(Path folder) {
        try {
            Files.createDirectories(folder);
            if (sums) {
                writeSums(folder, new SampleSums(megapixels));
            } else {
                var kinds = kinds(new SamplePhotos(megapixels));
                for (int i = 0; i < count; i++) {
                    write(folder, kinds.get(i % kinds.size()).apply(seed + i));
                }
            }
            return OK;
        } catch (IOException e) {
            err.println("samples: " + folder + " cannot be written");
            return FAILED;
        }
    }

    private void writeSums(Path folder, SampleSums pages) throws IOException {
        for (int i = 0; i < count; i++) {
            write(folder, pages.page(seed + i));
        }
        if (truth != null) {
            Files.writeString(truth, pages.truth());
        }
    }

    private void write(Path folder, SamplePhoto sample) throws IOException {
        var file = folder.resolve(sample.name() + ".jpg");
        Files.write(file, sample.jpeg());
        out.println(file);
    }

    private List<LongFunction<SamplePhoto>> kinds(SamplePhotos photos) {
        List<LongFunction<SamplePhoto>> readable =
                List.of(
                        photos::goodPage,
                        photos::halfPage,
                        seed -> photos.turned(6, seed),
                        photos::blankPage);
        List<LongFunction<SamplePhoto>> all =
                List.of(
                        photos::goodPage,
                        photos::halfPage,
                        seed -> photos.turned(6, seed),
                        photos::blankPage,
                        photos::blurred,
                        photos::dark,
                        photos::tiny,
                        photos::glaring,
                        photos::cutOff,
                        photos::notHomework);
        return good ? readable : all;
    }
}
