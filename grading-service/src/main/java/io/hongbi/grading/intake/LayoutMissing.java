package io.hongbi.grading.intake;

import io.hongbi.common.storage.ObjectKey;

/** The layout that an announcement names is not in the store; the next hand-in puts it there. */
final class LayoutMissing extends RuntimeException {

    LayoutMissing(ObjectKey key, Throwable cause) {
        super("No layout at " + key, cause);
    }
}
