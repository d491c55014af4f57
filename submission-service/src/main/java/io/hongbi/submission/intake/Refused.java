package io.hongbi.submission.intake;

/** Carries a refusal to whoever answers the sender; nothing of the upload is left behind. */
final class Refused extends RuntimeException {

    private final transient IntakeRefusal refusal;

    Refused(IntakeRefusal refusal) {
        super("The upload is refused: " + refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    IntakeRefusal refusal() {
        return refusal;
    }
}
