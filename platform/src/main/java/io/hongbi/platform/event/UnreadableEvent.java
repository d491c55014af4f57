package io.hongbi.platform.event;

import org.jspecify.annotations.Nullable;

/** The record is no event of the expected type; it belongs on the dead-letter topic. */
public final class UnreadableEvent extends RuntimeException {

    private final Class<?> type;

    UnreadableEvent(Class<?> type, @Nullable Throwable cause) {
        super("The record is no " + type.getSimpleName() + "; trying again will not help.", cause);
        this.type = type;
    }

    /** What the record should have been. */
    public Class<?> type() {
        return type;
    }
}
