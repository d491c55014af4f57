package io.hongbi.submission.intake.image;

import io.hongbi.submission.intake.image.Inspection.Unreadable.Reason;

/** Leaves a walk over a file at the first fault; it never leaves this package. */
final class UnusablePhoto extends RuntimeException {

    private final Reason reason;

    UnusablePhoto(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    static UnusablePhoto broken() {
        return new UnusablePhoto(Reason.BROKEN);
    }

    static UnusablePhoto truncated() {
        return new UnusablePhoto(Reason.TRUNCATED);
    }
}
