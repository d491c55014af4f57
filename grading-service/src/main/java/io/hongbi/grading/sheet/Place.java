package io.hongbi.grading.sheet;

/** A point: on the paper in millimetres from its top left corner, or in pixels of the photo. */
record Place(double x, double y) {

    Place plus(double dx, double dy) {
        return new Place(x + dx, y + dy);
    }

    double distance(Place other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
