package io.hongbi.submission.worksheet;

/** Nobody could prove the sheet; a later attempt may succeed. */
public final class ProofUnavailable extends RuntimeException {

    ProofUnavailable() {
        super("The sheet could not be proved now; a later attempt may succeed.");
    }
}
