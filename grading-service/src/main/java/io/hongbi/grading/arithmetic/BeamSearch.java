package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network's output can mean: prefix beam search over CTC (Graves 2006, Hannun et al. 2014),
 * without any model of what is likely to be written.
 */
final class BeamSearch {

    private static final int WIDTH = 24;
    private static final int BLANK = 0;

    /** Labels less likely than this in a column are not followed. */
    private static final double NEGLIGIBLE = 1e-4;

    /** Prefixes that are so much less likely than the likeliest are not followed. */
    private static final double HOPELESS = 1e-6;

    private List<Prefix> beams = List.of();
    private final List<Prefix> reached = new ArrayList<>();

    private BeamSearch() {}

    /**
     * One meaning.
     *
     * @param labels places among the network's labels
     * @param probability over all ways in which the columns can say it
     */
    record Meaning(List<Integer> labels, double probability) {

        Meaning {
            labels = List.copyOf(labels);
        }
    }

    /**
     * The likeliest meanings, the likeliest first.
     *
     * @param columns probabilities of the labels, column by column
     */
    static List<Meaning> search(double[][] columns) {
        var search = new BeamSearch();
        var start = new Prefix(null, BLANK);
        start.blank = 1;
        search.beams = List.of(start);
        for (var column : columns) {
            search.step(column);
        }
        return search.beams.stream()
                .map(prefix -> new Meaning(prefix.labels(), prefix.sum()))
                .sorted(Comparator.comparingDouble(meaning -> -meaning.probability()))
                .toList();
    }

    private void step(double[] column) {
        reached.clear();
        int[] likely = likely(column);
        for (var prefix : beams) {
            for (int label : likely) {
                follow(prefix, label, column[label]);
            }
        }
        beams.forEach(Prefix::forget);
        reached.forEach(Prefix::arrive);
        drop(HOPELESS * reached.stream().mapToDouble(Prefix::sum).max().orElse(0));
        if (reached.size() > WIDTH) {
            reached.sort(Comparator.comparingDouble(prefix -> -prefix.sum()));
            reached.subList(WIDTH, reached.size()).forEach(Prefix::forget);
            beams = List.copyOf(reached.subList(0, WIDTH));
        } else {
            beams = List.copyOf(reached);
        }
    }

    private void drop(double below) {
        reached.removeIf(prefix -> {
            boolean hopeless = prefix.sum() < below;
            if (hopeless) {
                prefix.forget();
            }
            return hopeless;
        });
    }

    private void follow(Prefix prefix, int label, double share) {
        if (label == BLANK) {
            reach(prefix).nextBlank += prefix.sum() * share;
        } else if (label == prefix.label) {
            reach(prefix).nextOther += prefix.other * share;
            reach(prefix.with(label)).nextOther += prefix.blank * share;
        } else {
            reach(prefix.with(label)).nextOther += prefix.sum() * share;
        }
    }

    private Prefix reach(Prefix prefix) {
        if (!prefix.reached) {
            prefix.reached = true;
            reached.add(prefix);
        }
        return prefix;
    }

    private static int[] likely(double[] column) {
        var found = new int[column.length];
        int count = 0;
        for (int label = 0; label < column.length; label++) {
            if (column[label] > NEGLIGIBLE) {
                found[count++] = label;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Labels so far, and how likely they are: ending in a blank column, or not. */
    private static final class Prefix {

        private final @Nullable Prefix before;
        private final int label;
        private final List<Prefix> longer = new ArrayList<>(2);
        private double blank;
        private double other;
        private double nextBlank;
        private double nextOther;
        private boolean reached;

        Prefix(@Nullable Prefix before, int label) {
            this.before = before;
            this.label = label;
        }

        double sum() {
            return blank + other;
        }

        Prefix with(int next) {
            for (var prefix : longer) {
                if (prefix.label == next) {
                    return prefix;
                }
            }
            var prefix = new Prefix(this, next);
            longer.add(prefix);
            return prefix;
        }

        void forget() {
            blank = 0;
            other = 0;
        }

        void arrive() {
            blank = nextBlank;
            other = nextOther;
            nextBlank = 0;
            nextOther = 0;
            reached = false;
        }

        List<Integer> labels() {
            var labels = new ArrayList<Integer>();
            for (var at = this; at.before != null; at = at.before) {
                labels.add(at.label);
            }
            return labels.reversed();
        }
    }
}
