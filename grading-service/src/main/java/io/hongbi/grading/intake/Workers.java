package io.hongbi.grading.intake;

/** The threads that read pages. */
interface Workers {

    /** Starts the threads; returns at once. */
    void start();

    /**
     * Takes no further record, lets the threads finish theirs for the time of {@code
     * hongbi.grading.drain}, then gives back what is unfinished. Returns when the brokers know.
     */
    void stop();

    /** Whether every thread lives and makes progress. */
    boolean isAlive();
}
