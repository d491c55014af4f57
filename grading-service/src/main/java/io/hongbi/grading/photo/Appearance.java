package io.hongbi.grading.photo;

import io.hongbi.common.reading.Quality.Reason;
import java.util.List;

/**
 * How good a photo is, whatever it shows.
 *
 * @param faults why it cannot be read, the most telling first; empty where it can
 * @param sharpness 0 (blurred) to 1 (sharp), measured where there is writing; 0.5 is the limit. 1
 *     where nothing is written that could be blurred
 * @param light 0 (dark) to 1 (bright)
 */
public record Appearance(List<Reason> faults, double sharpness, double light) {

    public Appearance {
        faults = List.copyOf(faults);
    }
}
