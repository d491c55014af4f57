package io.hongbi.common.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** A point in pixels of the upright photo, from its top left corner; written as {@code [x, y]}. */
public record Point(int x, int y) {

    @JsonCreator
    static Point of(List<Integer> xy) {
        if (xy.size() != 2) {
            throw new IllegalArgumentException("A point has two coordinates");
        }
        return new Point(xy.getFirst(), xy.getLast());
    }

    @JsonValue
    List<Integer> toList() {
        return List.of(x, y);
    }
}
