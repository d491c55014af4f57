package io.hongbi.local.command;

import io.hongbi.local.chaos.Chaos;
import io.hongbi.local.chaos.Tally;
import io.hongbi.local.suite.Place;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code chaos}: ends with 1 when a page was lost or answered twice. */
final class RunChaos {

    private static final int PAGES = 200;

    private final PrintStream out;

    RunChaos(PrintStream out) {
        this.out = out;
    }

    int run(Place place, List<String> arguments) {
        int pages = Options.parse(arguments, Set.of(), Set.of("--pages")).number("--pages", PAGES);
        out.printf("交 %d 页，同时逐个杀掉每个进程 / handing in %d pages, killing each%n", pages, pages);
        Tally tally = new Chaos(place, line -> out.println("  " + line)).run(pages);
        out.print(tally.lines());
        out.println(tally.isRight() ? "没有丢页，没有重复 / no page lost, none twice" : "不一致 / NOT equal");
        return tally.isRight() ? 0 : 1;
    }
}
