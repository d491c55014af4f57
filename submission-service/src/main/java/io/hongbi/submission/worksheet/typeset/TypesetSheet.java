package io.hongbi.submission.worksheet.typeset;

import io.hongbi.common.layout.SheetLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet with everything in its place: the printer draws it, the reader gets its layout. It is
 * kept as it is, so that a revision is printed alike for ever.
 *
 * @param pages as many as the layout has; fiducials and QR code are drawn from the layout
 */
public record TypesetSheet(SheetLayout layout, List<Page> pages) {

    public TypesetSheet {
        pages = List.copyOf(pages);
        if (pages.size() != layout.pages().size()) {
            throw new IllegalArgumentException("Drawing and layout have the same pages");
        }
    }

    /**
     * What is printed on a page.
     *
     * @param name where the student's name goes
     * @param studentNumber where the student's number goes in plain figures; null where the page
     *     has none
     */
    public record Page(List<Mark> marks, Slot name, @Nullable Slot studentNumber) {

        public Page {
            marks = List.copyOf(marks);
        }
    }

    /**
     * Room for a word that is not the same on all copies.
     *
     * @param yMm its baseline
     */
    public record Slot(double xMm, double yMm, double widthMm) {}
}
