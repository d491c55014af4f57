package io.hongbi.submission.marking;

import io.hongbi.common.reading.Item;
import io.hongbi.submission.marking.sum.Certainty;
import io.hongbi.submission.marking.sum.Sum;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one photo shows of the answer to an item.
 *
 * @param page number of the photo in the submission, from 1
 * @param response null where nothing could be named
 * @param expression what is asked there; null for items of worksheets
 * @param notRight whether it is surely not the right response, whatever it says exactly
 */
public record Sighting(
        String itemId,
        int page,
        Item.State state,
        @Nullable String response,
        @Nullable String expression,
        boolean notRight) {

    public Sighting(
            String itemId,
            int page,
            Item.State state,
            @Nullable String response,
            @Nullable String expression) {
        this(itemId, page, state, response, expression, false);
    }

    /** Of an item of a worksheet. */
    public Sighting(String itemId, int page, Item.State state, @Nullable String response) {
        this(itemId, page, state, response, null);
    }

    /**
     * Of a sum. Whether it is certain is not for the reader to say alone: what the sum comes to is
     * evidence, see {@link Certainty}. One that cannot be worked out stays as it is read.
     *
     * @param confidence of the response, 0 to 1, as the reader has it
     * @param alternatives other responses to the same
     */
    public static Sighting ofSum(
            String itemId,
            int page,
            Item.State state,
            @Nullable String response,
            String expression,
            double confidence,
            List<Item.Alternative> alternatives) {
        boolean crossedOut = state == Item.State.CROSSED_OUT;
        boolean read = response != null && (state == Item.State.OK || state == Item.State.DOUBTFUL);
        var sum = crossedOut || read ? Sum.of(expression) : Optional.<Sum>empty();
        if (sum.isEmpty()) {
            return new Sighting(itemId, page, state, response, expression);
        }
        var said = crossedOut ? null : response;
        var certain = crossedOut ? Item.State.CROSSED_OUT : Item.State.OK;
        return switch (Certainty.of(sum.get(), said, confidence, alternatives)) {
            case NONE -> new Sighting(itemId, page, Item.State.DOUBTFUL, said, expression);
            case NOT_RIGHT ->
                    new Sighting(itemId, page, Item.State.DOUBTFUL, said, expression, true);
            case READ -> new Sighting(itemId, page, certain, said, expression, crossedOut);
        };
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
