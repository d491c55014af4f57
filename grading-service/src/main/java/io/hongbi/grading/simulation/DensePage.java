package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Paper;
import java.util.Random;

/** A page of print without anything to answer. */
final class DensePage {

    private static final double LINE_MM = 8;

    private DensePage() {}

    /** The caller closes it. */
    static PageImage print(Paper paper, double pixelsPerMm, Random random) {
        var image = PageImage.blank(paper.widthMm(), paper.heightMm(), pixelsPerMm);
        for (double y = 25; y < paper.heightMm() - 20; y += LINE_MM) {
            var line = new StringBuilder();
            while (line.length() < 58) {
                random.ints(random.nextInt(2, 10), 'a', 'z' + 1).forEach(line::appendCodePoint);
                line.append(' ');
            }
            image.print(line.toString(), 18, y, 3);
        }
        return image;
    }
}
