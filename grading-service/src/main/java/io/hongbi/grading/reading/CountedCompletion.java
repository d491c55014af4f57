package io.hongbi.grading.reading;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import java.util.List;

/** How much of a page is done, by its answer places: counted, where a page has such. */
final class CountedCompletion {

    private static final double BLANK_BELOW = 0.05;
    private static final double COMPLETE_FROM = 0.9;

    /** Makes a logistic distribution nearly a normal one (Johnson and Kotz 1970). */
    private static final double LOGISTIC = 1.702;

    /** Nobody knows: something may be written there or not. */
    private static final double EITHER = 0.5;

    /** Whatever it says, something that reads as an answer is hardly none. */
    private static final double WRITTEN = 0.9;

    private CountedCompletion() {}

    /**
     * The share of places that are used, and how sure its class is: each place is used with a
     * probability of its own.
     *
     * @param items one to a place, at least one
     */
    static Completion of(List<Item> items) {
        double share = items.stream().mapToDouble(CountedCompletion::used).sum() / items.size();
        double mean = items.stream().mapToDouble(CountedCompletion::likely).sum() / items.size();
        double variance =
                items.stream()
                        .mapToDouble(CountedCompletion::likely)
                        .map(used -> used * (1 - used))
                        .sum();
        double spread = Math.max(1e-3, Math.sqrt(variance) / items.size());
        double blank = below(BLANK_BELOW, mean, spread);
        double incomplete = below(COMPLETE_FROM, mean, spread);
        var value = value(share);
        double confidence =
                switch (value) {
                    case BLANK -> blank;
                    case PARTIAL -> incomplete - blank;
                    case COMPLETE -> 1 - incomplete;
                };
        return new Completion(value, share, new Confidence(confidence));
    }

    /** What a share of used places comes to. */
    static Completion.Value value(double share) {
        if (share < BLANK_BELOW) {
            return Completion.Value.BLANK;
        }
        return share < COMPLETE_FROM ? Completion.Value.PARTIAL : Completion.Value.COMPLETE;
    }

    /** What was crossed out has been used; what nobody can tell is half used. */
    private static double used(Item item) {
        double likely = likely(item);
        if (likely == EITHER) {
            return EITHER;
        }
        return likely > EITHER ? 1 : 0;
    }

    private static double likely(Item item) {
        double sure = Math.max(EITHER, item.confidence().value());
        return switch (item.state()) {
            case BLANK -> 1 - sure;
            case OK, MULTIPLE, FAINT -> sure;
            case CROSSED_OUT -> Math.max(WRITTEN, sure);
            case DOUBTFUL -> item.response() == null ? 1 - sure : Math.max(WRITTEN, sure);
        };
    }

    private static double below(double limit, double mean, double spread) {
        return 1 / (1 + Math.exp(-LOGISTIC * (limit - mean) / spread));
    }
}
