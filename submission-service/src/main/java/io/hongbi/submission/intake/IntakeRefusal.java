package io.hongbi.submission.intake;

import io.hongbi.submission.intake.image.Inspection.Unreadable;
import io.hongbi.submission.intake.image.Inspection.Unsupported;

/** Why an upload is not taken; the sender can do something about each. */
sealed interface IntakeRefusal {

    /** No page came, or an empty part. */
    record NoPages() implements IntakeRefusal {}

    /** A page is too large, or there are too many. */
    record TooLarge() implements IntakeRefusal {}

    /** The form broke off or is none. */
    record Malformed() implements IntakeRefusal {}

    /**
     * @param page its place, from 1
     */
    record UnsupportedImage(int page, Unsupported.Kind kind) implements IntakeRefusal {}

    /**
     * @param page its place, from 1
     */
    record UnreadableImage(int page, Unreadable.Reason reason) implements IntakeRefusal {}

    /**
     * @param opensLater false once it has closed
     */
    record AssignmentClosed(boolean opensLater) implements IntakeRefusal {}

    /** Its marks have been shown: what they were given for stays as it is. */
    record MarksReleased() implements IntakeRefusal {}

    /** A teacher did not say for whom. */
    record NoStudent() implements IntakeRefusal {}

    /** A student handed in for somebody else. */
    record NotYours() implements IntakeRefusal {}
}
