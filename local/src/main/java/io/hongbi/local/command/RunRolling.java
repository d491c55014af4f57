package io.hongbi.local.command;

import io.hongbi.local.rolling.Rolling;
import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.RunState;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** {@code roll}: ends with 1 when somebody noticed that the services were replaced. */
final class RunRolling {

    private final PrintStream out;

    RunRolling(PrintStream out) {
        this.out = out;
    }

    int run(Place place, List<String> arguments) {
        Options.parse(arguments, Set.of(), Set.of());
        if (RunState.in(place).orElseThrow().parts().stream()
                .noneMatch(part -> part.part() == Part.NACOS)) {
            throw Refused.because(
                    "需要 Nacos：请先运行 ./hongbi down，再运行 ./hongbi up -d --nacos。",
                    "This takes a Nacos: run ./hongbi down, then ./hongbi up -d --nacos.");
        }
        out.println("一边交页，一边逐个替换服务 / replacing each service while pages come in");
        boolean unnoticed = new Rolling(place, line -> out.println("  " + line)).run();
        out.println(
                unnoticed ? "没有失败，没有丢页 / nothing failed, no page lost" : "有人受影响 / NOT unnoticed");
        return unnoticed ? 0 : 1;
    }
}
