package io.hongbi.submission.worksheet.proof;

import io.hongbi.common.layout.Proof;
import io.hongbi.platform.flow.CutOff;

/** Proves sheets: fills them in, photographs and reads them by simulation, and compares. */
public interface Prover {

    /**
     * May take some seconds for a sheet of many pages.
     *
     * @throws CutOff if nobody is asked for a while
     */
    Outcome prove(Proof.Request sheet);

    /** What came of it. */
    sealed interface Outcome {

        /** It was read; whether it came back equal is what the proof says. */
        record Proved(Proof proof) implements Outcome {}

        /** Nobody could be asked; later somebody may. */
        record Unavailable() implements Outcome {}
    }
}
