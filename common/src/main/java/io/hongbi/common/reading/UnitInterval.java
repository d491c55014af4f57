package io.hongbi.common.reading;

/** Checks values that lie between 0 and 1. */
final class UnitInterval {

    private UnitInterval() {}

    static void require(double value, String name) {
        if (!(value >= 0 && value <= 1)) { // negated, so that NaN is refused too
            throw new IllegalArgumentException(name + " must lie in [0, 1], was " + value);
        }
    }
}
