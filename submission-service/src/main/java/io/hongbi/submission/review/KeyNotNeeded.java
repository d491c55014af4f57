package io.hongbi.submission.review;

/** Sums are worked out; decide on single answers where the machine is wrong. */
public final class KeyNotNeeded extends RuntimeException {

    KeyNotNeeded() {
        super("Sums are worked out; decide on single answers where the machine is wrong.");
    }
}
