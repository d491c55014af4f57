package io.hongbi.local.command;

import io.hongbi.local.demo.MarkedSheets;
import io.hongbi.local.suite.Place;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;

/** Sees to it that the demo school has marked sheets; without them everything else works too. */
final class DemoSheets {

    private DemoSheets() {}

    static void provide(Place place, PrintStream out) {
        try {
            if (Files.exists(place.demoEnv()) && !new MarkedSheets(place).provide()) {
                out.println("演示答题卡还没有批改完 / the demo's sheets are not all read yet");
            }
        } catch (IOException | IllegalStateException unable) {
            out.println("演示答题卡没有交上 / the demo's sheets could not be handed in");
        }
    }
}
