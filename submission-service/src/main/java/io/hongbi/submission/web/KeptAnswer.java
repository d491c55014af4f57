package io.hongbi.submission.web;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * An answer as a retry gets it again.
 *
 * @param headers those that belong to the answer: Content-Type, Location, ETag
 * @param body the JSON as it was sent; empty where there was none
 */
public record KeptAnswer(int status, Map<String, String> headers, String body) {

    /** Says that the answer is not made anew. */
    public static final String REPLAYED = "Idempotency-Replayed";

    public KeptAnswer {
        headers = Map.copyOf(headers);
    }

    /** The answer the first time. */
    public ResponseEntity<String> toResponse() {
        var entity = new HttpHeaders();
        headers.forEach(entity::set);
        return ResponseEntity.status(status).headers(entity).body(body);
    }

    /** The answer to a retry. */
    public ResponseEntity<String> toReplay() {
        var entity = new HttpHeaders();
        headers.forEach(entity::set);
        entity.set(REPLAYED, "true");
        return ResponseEntity.status(status).headers(entity).body(body);
    }
}
