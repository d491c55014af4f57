package io.hongbi.submission.web;

/** It changed since the client read it; read it again and repeat the change on that. */
public final class StaleVersion extends RuntimeException {

    public StaleVersion() {
        super("It changed since it was read; read it again and repeat the change on that.");
    }
}
