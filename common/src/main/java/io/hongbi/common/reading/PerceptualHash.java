package io.hongbi.common.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What a photo looks like, in 256 bits: copies of one photo, recompressed or resized, differ in few
 * of them, other photos in many.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record PerceptualHash(@JsonValue String hex) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PerceptualHash {
        if (!DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException("A perceptual hash has 64 hexadecimal digits");
        }
    }
}
