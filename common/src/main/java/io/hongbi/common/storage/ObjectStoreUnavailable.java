package io.hongbi.common.storage;

/** The store could not be reached or refused to work. */
public final class ObjectStoreUnavailable extends RuntimeException {

    private final boolean retryable;

    /** For failures that pass. */
    public ObjectStoreUnavailable(Throwable cause) {
        this("The object store could not be reached; a later attempt may succeed.", cause, true);
    }

    private ObjectStoreUnavailable(String message, Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** For failures that stay until somebody changes settings or rights. */
    public static ObjectStoreUnavailable untilChanged(Throwable cause) {
        return new ObjectStoreUnavailable(
                "The object store refuses; its settings or its rights have to be changed.",
                cause,
                false);
    }

    /** Whether a later attempt may succeed without anybody's help. */
    public boolean retryable() {
        return retryable;
    }
}
