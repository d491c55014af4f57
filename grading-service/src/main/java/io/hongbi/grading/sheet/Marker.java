package io.hongbi.grading.sheet;

import java.util.List;

/**
 * An ArUco marker in the photo.
 *
 * @param corners in pixels, clockwise from the corner that is top left where it is upright
 */
record Marker(int id, List<Place> corners) {

    Marker {
        corners = List.copyOf(corners);
    }

    Place middle() {
        return new Place(
                corners.stream().mapToDouble(Place::x).average().orElseThrow(),
                corners.stream().mapToDouble(Place::y).average().orElseThrow());
    }

    double sidePx() {
        double round = 0;
        for (int i = 0; i < 4; i++) {
            round += corners.get(i).distance(corners.get((i + 1) % 4));
        }
        return round / 4;
    }

    /** The marker in an image of which this one shows a piece. */
    Marker moved(double left, double top) {
        return new Marker(id, corners.stream().map(corner -> corner.plus(left, top)).toList());
    }

    /** The marker in an image that is larger by this factor. */
    Marker scaled(double factor) {
        return new Marker(
                id,
                corners.stream()
                        .map(corner -> new Place(corner.x() * factor, corner.y() * factor))
                        .toList());
    }
}
