package io.hongbi.submission.gradebook.notes;

/** The student does not want these notes to be shown, and has the last word. */
public final class NoteWithdrawn extends RuntimeException {

    NoteWithdrawn() {
        super("The student has withdrawn these notes");
    }
}
