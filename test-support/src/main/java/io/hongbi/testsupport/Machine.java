package io.hongbi.testsupport;

/** What a server runs in: a process of this machine, or a container. Its port stays. */
interface Machine {

    /** Starts it, for the first time or after {@link #kill()}, and returns when it answers. */
    void start();

    /** Ends it as {@code kill -9} does; its data stay. */
    void kill();

    /** Ends it and forgets its data. */
    void end();
}
