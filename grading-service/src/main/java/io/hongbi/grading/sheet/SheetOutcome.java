package io.hongbi.grading.sheet;

/** What comes of looking for a page of a worksheet in a photo. */
public sealed interface SheetOutcome {

    /** The page is there and has been read. */
    record Found(FoundSheet sheet) implements SheetOutcome {}

    /** The code belongs to another worksheet, another revision or a page this one does not have. */
    record WrongSheet() implements SheetOutcome {}

    /** The photo has to be taken again. */
    record Unreadable(Cause cause) implements SheetOutcome {}

    /** What stands in the way. */
    enum Cause {
        /** Not one marker is seen: there is no sheet, or it cannot be made out. */
        NO_SHEET,
        /** Some markers are seen, but fewer than three, or three and no code. */
        CUT_OFF,
        /** The sheet is shown as in a mirror. */
        MIRRORED,
        /** More than one sheet lies there. */
        SEVERAL_SHEETS,
        /** The code that names the page cannot be read. */
        CODE_UNREADABLE,
        /** The printed frames are not where the layout says. */
        FRAMES_NOT_FOUND
    }
}
