package io.hongbi.loadtest.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What this run found. Gatling makes its simulations itself, so they leave it here. */
final class Findings {

    private static final List<Finding> ALL = new CopyOnWriteArrayList<>();

    private Findings() {}

    static void add(Finding finding) {
        System.out.println(finding);
        ALL.add(finding);
    }

    static boolean allHold() {
        return ALL.stream().allMatch(Finding::holds);
    }
}
