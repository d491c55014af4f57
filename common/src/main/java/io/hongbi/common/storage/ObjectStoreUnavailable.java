package io.hongbi.common.storage;

/** The store could not be reached or refused to work; a later attempt may succeed. */
public final class ObjectStoreUnavailable extends RuntimeException {

    public ObjectStoreUnavailable(Throwable cause) {
        super("The object store could not be reached; a later attempt may succeed.", cause);
    }
}
