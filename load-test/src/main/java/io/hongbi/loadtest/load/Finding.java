package io.hongbi.loadtest.load;

/**
 * What was found of a limit that Gatling cannot assert.
 *
 * @param text with the figure and the limit
 */
record Finding(String text, boolean holds) {

    static Finding atMost(String what, double found, double limit) {
        return new Finding("%s: %.2f (at most %.2f)".formatted(what, found, limit), found <= limit);
    }

    static Finding millisAtMost(String what, long found, long limit) {
        return new Finding("%s: %d ms (at most %d)".formatted(what, found, limit), found <= limit);
    }

    static Finding atLeast(String what, double found, double limit) {
        return new Finding(
                "%s: %.2f (at least %.2f)".formatted(what, found, limit), found >= limit);
    }

    @Override
    public String toString() {
        return (holds ? "holds  " : "MISSED ") + text;
    }
}
