package io.hongbi.common.storage;

/** There is no object of that key; it was never stored, or it was deleted. */
public final class ObjectNotFound extends RuntimeException {

    private final ObjectKey key;

    public ObjectNotFound(ObjectKey key) {
        super("No object is stored under that key: " + key);
        this.key = key;
    }

    public ObjectKey key() {
        return key;
    }
}
