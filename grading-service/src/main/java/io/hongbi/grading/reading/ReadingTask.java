package io.hongbi.grading.reading;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.layout.SheetLayout;
import org.jspecify.annotations.Nullable;

/**
 * What a photo is to be read for.
 *
 * @param layout of the worksheet; where it is null the photo is read like any page
 */
public record ReadingTask(AssignmentKind kind, @Nullable SheetLayout layout) {

    public ReadingTask {
        if (layout != null && kind != AssignmentKind.WORKSHEET) {
            throw new IllegalArgumentException("Nothing but a worksheet has a layout");
        }
    }

    /** Reading without a layout. */
    public static ReadingTask of(AssignmentKind kind) {
        return new ReadingTask(kind, null);
    }

    /** Reading of a worksheet of whatever student. */
    public static ReadingTask of(SheetLayout layout) {
        return new ReadingTask(AssignmentKind.WORKSHEET, layout);
    }
}
