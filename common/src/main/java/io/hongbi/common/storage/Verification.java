package io.hongbi.common.storage;

import java.time.Instant;

/** What {@link SignedUrls} makes of an address that somebody calls. */
public sealed interface Verification {

    /** Signed here and still valid: the object may be sent. */
    record Granted(ObjectKey key, Instant until) implements Verification {}

    /** Signed here, but its time is up; a fresh address is needed. */
    record Expired(ObjectKey key, Instant since) implements Verification {}

    /** Never signed here: made up, changed on the way, or incomplete. */
    record Forged() implements Verification {}
}
