package io.hongbi.grading.glyph;

import java.util.List;

/**
 * A printed box in the photo.
 *
 * @param corners x and y in pixels of the photo, clockwise from the one that is top left on paper;
 *     pixel (0, 0) reaches from 0 to 1
 * @param width of the box on paper, in any unit
 * @param height of the box on paper, in the same
 */
public record BoxCorners(List<double[]> corners, double width, double height) {

    public BoxCorners {
        corners = List.copyOf(corners);
        if (corners.size() != 4 || !(width > 0 && height > 0)) {
            throw new IllegalArgumentException("A box has four corners and an extent");
        }
    }
}
