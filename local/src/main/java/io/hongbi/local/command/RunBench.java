package io.hongbi.local.command;

import io.hongbi.local.bench.Bench;
import io.hongbi.local.suite.Place;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** {@code bench}: prints latency, CPU and memory of the suite that runs. */
final class RunBench {

    private static final int PAGES = 200;

    private final PrintStream out;

    RunBench(PrintStream out) {
        this.out = out;
    }

    int run(Place place, List<String> arguments) {
        int pages = Options.parse(arguments, Set.of(), Set.of("--pages")).number("--pages", PAGES);
        try {
            new Bench(place).run(pages, out::println);
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
