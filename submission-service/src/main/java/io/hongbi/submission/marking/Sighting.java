package io.hongbi.submission.marking;

import io.hongbi.common.reading.Item;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one photo shows of the answer to an item.
 *
 * @param page number of the photo in the submission, from 1
 * @param response null where nothing could be named
 * @param expression what is asked there; null for items of worksheets
 */
public record Sighting(
        String itemId,
        int page,
        Item.State state,
        @Nullable String response,
        @Nullable String expression) {

    /** Of an item of a worksheet. */
    public Sighting(String itemId, int page, Item.State state, @Nullable String response) {
        this(itemId, page, state, response, null);
    }

    /** What papers that ask the same have in common. */
    public String question() {
        return expression == null ? itemId : expression;
    }

    /** Whether both show the same answer to the same, wherever. */
    public boolean agreesWith(Sighting other) {
        return question().equals(other.question())
                && state == other.state
                && Objects.equals(response, other.response);
    }
}
