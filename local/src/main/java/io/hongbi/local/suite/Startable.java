package io.hongbi.local.suite;

import io.hongbi.local.process.Child;

/** A part that can be started as often as it takes. */
interface Startable {

    Part part();

    /**
     * Starts a process, or adopts the one that already does the part's work.
     *
     * @throws io.hongbi.local.process.NotStarted if it ended at once
     */
    Child launch();

    /** The port it serves; known once it was launched. */
    int port();

    /** Whether it does its work now. */
    boolean isReady();

    /** Lets it finish what it does, then ends it. */
    void stop(Child child);
}
