package io.hongbi.common.storage;

import org.jspecify.annotations.Nullable;

/** Refuses settings with the full name of the property, so that one reads what to change. */
final class Refusals {

    private Refusals() {}

    static <T> T requirePresent(String property, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw refusal(property, "must be set");
        }
        return value;
    }

    static void require(boolean met, String property, String rule) {
        if (!met) {
            throw refusal(property, rule);
        }
    }

    private static IllegalArgumentException refusal(String property, String rule) {
        return new IllegalArgumentException("hongbi.object-store." + property + " " + rule);
    }
}
