package io.hongbi.common.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer on the page.
 *
 * @param region its four corners in pixels of the upright photo, clockwise from the top left
 * @param expression what is asked, for expressions: digits and {@code + - * / ( ) = < > .}
 * @param response what is answered; null when blank
 * @param alternatives other responses, the likeliest first
 */
public record Item(
        String itemId,
        Kind kind,
        List<Point> region,
        @Nullable String expression,
        @Nullable String response,
        State state,
        Confidence confidence,
        List<Alternative> alternatives) {

    public Item {
        region = List.copyOf(region);
        alternatives = List.copyOf(alternatives);
        if (region.size() != 4) {
            throw new IllegalArgumentException("A region has four corners, was " + region.size());
        }
    }

    /** The same under another id. */
    public Item named(String id) {
        return new Item(id, kind, region, expression, response, state, confidence, alternatives);
    }

    /** Another response that the same ink could mean. */
    public record Alternative(String response, Confidence confidence) {}

    /** What kind of answer place it is. */
    public enum Kind {
        @JsonProperty("choice")
        CHOICE,
        @JsonProperty("digits")
        DIGITS,
        @JsonProperty("letters")
        LETTERS,
        @JsonProperty("true-false")
        TRUE_FALSE,
        @JsonProperty("free")
        FREE,
        @JsonProperty("expression")
        EXPRESSION
    }

    /** How the answer looks; only {@link #OK} is a certain response. */
    public enum State {
        @JsonProperty("ok")
        OK,
        @JsonProperty("blank")
        BLANK,
        @JsonProperty("faint")
        FAINT,
        @JsonProperty("multiple")
        MULTIPLE,
        @JsonProperty("crossed-out")
        CROSSED_OUT,
        @JsonProperty("doubtful")
        DOUBTFUL
    }
}
