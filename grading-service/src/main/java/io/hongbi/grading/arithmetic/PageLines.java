package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.List;

/**
 * Lines of characters on a page in reading order, in pixels of the ink's copy of the photo.
 *
 * @param loose pieces of ink that belong to no line
 * @param astray pieces of lines that stand higher or lower than the rest
 * @param frames of the loose ones, boxes that answers belong into
 */
record PageLines(List<TextLine> lines, List<Blob> loose, List<Blob> astray, List<Blob> frames) {

    PageLines {
        lines = List.copyOf(lines);
        loose = List.copyOf(loose);
        astray = List.copyOf(astray);
        frames = List.copyOf(frames);
    }
}
