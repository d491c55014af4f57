package io.hongbi.local.command;

import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import io.hongbi.local.suite.RunState.Stage;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;

/** Says once of each part that it is ready, and after how long. */
final class Progress {

    private final PrintStream out;
    private final long began = System.nanoTime();
    private final Set<Part> told = EnumSet.noneOf(Part.class);

    Progress(PrintStream out) {
        this.out = out;
    }

    /**
     * @return whether all parts are ready
     */
    boolean show(RunState state) {
        for (PartState part : state.parts()) {
            if (part.stage() == Stage.READY && told.add(part.part())) {
                double seconds = (System.nanoTime() - began) / 1e9;
                out.printf("  %-13s %5.1f s%n", part.part().id(), seconds);
            }
        }
        return state.ready();
    }
}
