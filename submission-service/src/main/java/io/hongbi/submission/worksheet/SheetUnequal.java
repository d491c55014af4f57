package io.hongbi.submission.worksheet;

import io.hongbi.common.layout.Proof;

/** The sheet did not come back from its proof as it was filled in; its design has to be changed. */
public final class SheetUnequal extends RuntimeException {

    private final Proof proof;

    SheetUnequal(Proof proof) {
        super("The sheet differs at " + proof.differences().size() + " places from its proof.");
        this.proof = proof;
    }

    public Proof proof() {
        return proof;
    }
}
