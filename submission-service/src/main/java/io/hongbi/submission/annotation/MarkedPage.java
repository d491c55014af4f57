package io.hongbi.submission.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the pen writes on a page.
 *
 * @param photoWidth pixels of the upright photo, in which the regions are
 * @param total in the corner; null where none is written
 */
public record MarkedPage(int photoWidth, List<Remark> remarks, @Nullable String total) {

    public MarkedPage {
        remarks = List.copyOf(remarks);
        if (photoWidth < 1) {
            throw new IllegalArgumentException("A photo has pixels, was " + photoWidth);
        }
    }
}
