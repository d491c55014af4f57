package io.hongbi.grading.simulation;

import io.hongbi.grading.simulation.sums.SumsLayout;
import io.hongbi.grading.simulation.sums.SumsPhotos;
import io.hongbi.grading.simulation.sums.WrittenSum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Pages of sums in good light, and what stands on those made so far. */
final class SampleSums {

    private static final double ASPECT = 4 / 3.0;

    private final SumsPhotos photos;
    private final Map<String, List<WrittenSum>> written = new LinkedHashMap<>();

    SampleSums(double megapixels) {
        this.photos =
                new SumsPhotos(
                        Hands.drawn(), (int) Math.round(Math.sqrt(megapixels * 1e6 * ASPECT)));
    }

    SamplePhoto page(long seed) {
        var photo = photos.photo(SumsLayout.usual(), Rung.PLAIN, seed);
        var sample = new SamplePhoto("sums-" + seed, photo.jpeg());
        written.put(sample.name(), photo.sums());
        return sample;
    }

    /** A JSON object: by name of the photo its sums, row by row, with places in mm of the paper. */
    String truth() {
        return JsonMapper.builder().build().writeValueAsString(written);
    }
}
