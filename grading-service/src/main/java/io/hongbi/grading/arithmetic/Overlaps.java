package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What stands in one place is one sum, even where what is left of a rule was read as a line. */
final class Overlaps {

    private Overlaps() {}

    /**
     * Of sums that lie over each other the likeliest; doubted where another says something else.
     *
     * @return in the order of what was found
     */
    static List<FoundExpression> settle(List<FoundExpression> found) {
        var likeliest = new ArrayList<>(found);
        likeliest.sort(Comparator.comparingDouble(sum -> -sum.confidence()));
        var kept = new ArrayList<FoundExpression>();
        for (var sum : likeliest) {
            if (kept.stream().noneMatch(other -> meets(sum, other))) {
                kept.add(sum);
            }
        }
        return found.stream().filter(kept::contains).map(sum -> settled(sum, found)).toList();
    }

    private static FoundExpression settled(FoundExpression sum, List<FoundExpression> found) {
        boolean agreed =
                found.stream()
                        .filter(other -> meets(sum, other))
                        .allMatch(other -> saysTheSame(sum, other));
        return agreed ? sum : sum.doubted();
    }

    private static boolean saysTheSame(FoundExpression one, FoundExpression other) {
        return one.expression().equals(other.expression())
                && Objects.equals(one.response(), other.response());
    }

    private static boolean meets(FoundExpression one, FoundExpression other) {
        return one.equals(other) || middleIsIn(one, other) || middleIsIn(other, one);
    }

    private static boolean middleIsIn(FoundExpression one, FoundExpression other) {
        double x = one.corners().stream().mapToDouble(corner -> corner[0]).average().orElse(0);
        double y = one.corners().stream().mapToDouble(corner -> corner[1]).average().orElse(0);
        var corners = other.corners();
        for (int i = 0; i < corners.size(); i++) {
            var from = corners.get(i);
            var to = corners.get((i + 1) % corners.size());
            if ((to[0] - from[0]) * (y - from[1]) < (to[1] - from[1]) * (x - from[0])) {
                return false; // to the left of an edge, clockwise
            }
        }
        return true;
    }
}
