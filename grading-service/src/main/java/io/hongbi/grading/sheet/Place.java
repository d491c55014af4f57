package io.hongbi.grading.sheet;

/** A point: on the paper in millimetres from its top left corner, or in pixels of the photo. */
record Place(double x, double y) {

    Place plus(double dx, double dy) {
        return new Place(x + dx, y + dy);
    }

    double distance(Place other) {
        double dx = x - other.x;
        double dy = y - other.y;
        return Math.sqrt(dx * dx + dy * dy); // Math.hypot costs ten times as much
    }
}
