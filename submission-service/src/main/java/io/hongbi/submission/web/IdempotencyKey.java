package io.hongbi.submission.web;

/**
 * Names one request of one person, so that its retries are known.
 *
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /**
     * @throws InvalidIdempotencyKey if it is empty, too long or holds other characters
     */
    public IdempotencyKey {
        if (value.isEmpty()
                || value.length() > 255
                || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidIdempotencyKey();
        }
    }
}
