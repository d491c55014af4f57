package io.hongbi.grading.proof;

/** Another sheet is being proved; a later attempt may succeed. */
final class ProverBusy extends RuntimeException {

    ProverBusy() {
        super("Another sheet is being proved; a later attempt may succeed.");
    }
}
