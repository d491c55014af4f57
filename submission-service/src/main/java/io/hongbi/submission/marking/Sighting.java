package io.hongbi.submission.marking;

import io.hongbi.common.reading.Item;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one photo shows of the answer to an item.
 *
 * @param page number of the photo in the submission, from 1
 * @param response null where nothing could be named
 */
public record Sighting(String itemId, int page, Item.State state, @Nullable String response) {

    /** Whether both show the same, wherever. */
    public boolean agreesWith(Sighting other) {
        return itemId.equals(other.itemId)
                && state == other.state
                && Objects.equals(response, other.response);
    }
}
