package io.hongbi.common.storage;

/** The key is taken; objects never change, so the stored one was left as it was. */
public final class ObjectAlreadyExists extends RuntimeException {

    private final ObjectKey key;

    public ObjectAlreadyExists(ObjectKey key) {
        super("An object of that key is stored already: " + key);
        this.key = key;
    }

    public ObjectKey key() {
        return key;
    }
}
