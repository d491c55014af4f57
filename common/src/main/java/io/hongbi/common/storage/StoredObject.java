package io.hongbi.common.storage;

import java.time.Instant;

/**
 * What is known of an object without opening it.
 *
 * @param bytes its size
 * @param storedAt when it was stored, UTC
 */
public record StoredObject(ObjectKey key, long bytes, Instant storedAt) {}
