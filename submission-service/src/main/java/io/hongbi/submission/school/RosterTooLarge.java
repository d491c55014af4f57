package io.hongbi.submission.school;

/** A roster has at most 1 MB; split the file. */
public final class RosterTooLarge extends RuntimeException {

    RosterTooLarge() {
        super("A roster has at most 1 MB; split the file.");
    }
}
