package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far curled paper takes each answer place from where the homography says. Groups of
 * neighbouring frames are searched near their expected places, beginning next to the fiducials, and
 * each that is found tells where to expect the next.
 */
final class LocalField {

    /** Of one group's frames at most so many are looked at. */
    private static final int FRAMES_OF_A_GROUP = 3;

    private static final double COARSE_MM = 0.45;
    private static final int NEAR = 2;
    private static final int FAR = 5;
    private static final double FINE_MM = 0.2;
    private static final double FINEST_MM = 0.08;
    private static final double ALONE_MM = 0.2;
    private static final int NEIGHBOURS = 4;
    private static final int[][] WAYS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

    /** Where it scores as the others do, a group is where it was expected. */
    private static final double AS_EXPECTED = 0.8;

    /** Of two that fit nearly alike the nearer is the likelier: score to a millimetre. */
    private static final double FAR_OFF = 0.03;

    private final FrameScore score;
    private final double seen;
    private final List<Shift> anchors = new ArrayList<>();
    private final Map<Box, Shift> shifts = new HashMap<>();
    private double scores;
    private int found;
    private double foundShare;

    /**
     * @param seen the score from which a group counts as found
     */
    LocalField(FrameScore score, double seen) {
        this.score = score;
        this.seen = seen;
    }

    /** How far something at a place of the paper lies away, in millimetres of the paper. */
    record Shift(Place at, double dx, double dy) {}

    /**
     * Finds all groups; the fiducials lie where they should. What is not found at first is tried
     * again further around once its neighbours are known.
     */
    void settle(List<Place> fiducials, List<FrameGroup> groups) {
        fiducials.forEach(at -> anchors.add(new Shift(at, 0, 0)));
        var lost = settle(groups, NEAR);
        var hidden = settle(lost, FAR);
        for (var group : hidden) {
            put(group, expect(group.middle()));
        }
        foundShare = groups.isEmpty() ? 1 : 1 - (double) hidden.size() / groups.size();
    }

    /** Those that were not found. */
    private List<FrameGroup> settle(List<FrameGroup> groups, int steps) {
        var waiting = new ArrayList<>(groups);
        var lost = new ArrayList<FrameGroup>();
        while (!waiting.isEmpty()) {
            var next =
                    waiting.stream().min(Comparator.comparingDouble(this::distance)).orElseThrow();
            waiting.remove(next);
            if (!settle(next, steps)) {
                lost.add(next);
            }
        }
        return lost;
    }

    private double distance(FrameGroup group) {
        double least = Double.MAX_VALUE;
        for (var anchor : anchors) {
            least = Math.min(least, anchor.at().distance(group.middle()));
        }
        return least;
    }

    private boolean settle(FrameGroup group, int steps) {
        var frames = score.of(group.some(FRAMES_OF_A_GROUP));
        var expected = expect(group.middle());
        boolean there =
                found > 0
                        && frames.score(expected.dx(), expected.dy())
                                > AS_EXPECTED * scores / found;
        var best = there ? expected : search(frames, expected, COARSE_MM, steps);
        best = climb(frames, best, FINE_MM, 2);
        best = climb(frames, best, FINEST_MM, 2);
        double highest = frames.score(best.dx(), best.dy());
        if (highest < seen) {
            return false;
        }
        scores += highest;
        found++;
        anchors.add(best);
        for (var frame : group.frames()) {
            shifts.put(frame.box(), adjust(frame, best));
        }
        return true;
    }

    /** A wide group does not move quite as one. */
    private Shift adjust(FrameGroup.Frame frame, Shift group) {
        var alone = score.of(List.of(frame));
        return climb(alone, climb(alone, group, ALONE_MM, 2), FINEST_MM, 2);
    }

    private void put(FrameGroup group, Shift shift) {
        group.frames().forEach(frame -> shifts.put(frame.box(), shift));
    }

    /** The best of all shifts on a grid. */
    private static Shift search(FrameScore.Outlines frames, Shift around, double pitch, int steps) {
        var best = around;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = -steps; i <= steps; i++) {
            for (int j = -steps; j <= steps; j++) {
                double dx = around.dx() + i * pitch;
                double dy = around.dy() + j * pitch;
                double off = FAR_OFF * pitch * Math.sqrt(i * i + j * j);
                double value = frames.score(dx, dy) - off;
                if (value > highest) {
                    highest = value;
                    best = new Shift(around.at(), dx, dy);
                }
            }
        }
        return best;
    }

    /** Steps to the better neighbour until there is none, seldom more than twice. */
    private static Shift climb(FrameScore.Outlines frames, Shift from, double pitch, int most) {
        var best = from;
        double highest = frames.score(from.dx(), from.dy());
        for (int step = 0; step < most; step++) {
            var here = best;
            for (int[] way : WAYS) {
                double dx = here.dx() + way[0] * pitch;
                double dy = here.dy() + way[1] * pitch;
                double value = frames.score(dx, dy) - FAR_OFF * pitch;
                if (value > highest) {
                    highest = value;
                    best = new Shift(from.at(), dx, dy);
                }
            }
            if (best.equals(here)) {
                break;
            }
        }
        return best;
    }

    /** The mean of the nearest that are known, nearer ones counting more. */
    Shift expect(Place at) {
        var nearest =
                anchors.stream()
                        .sorted(Comparator.comparingDouble(anchor -> anchor.at().distance(at)))
                        .limit(NEIGHBOURS)
                        .toList();
        double weights = 0;
        double dx = 0;
        double dy = 0;
        for (var anchor : nearest) {
            double distance = anchor.at().distance(at) + 2;
            double weight = 1 / (distance * distance);
            weights += weight;
            dx += weight * anchor.dx();
            dy += weight * anchor.dy();
        }
        return weights == 0 ? new Shift(at, 0, 0) : new Shift(at, dx / weights, dy / weights);
    }

    /** The photo around the middle of a place that was settled. */
    Homography.Local around(Box box, Homography toPhoto) {
        var shift = of(box);
        return toPhoto.around(FrameGroup.middle(box).plus(shift.dx(), shift.dy()));
    }

    /** The shift of a place that was settled. */
    Shift of(Box box) {
        var shift = shifts.get(box);
        return shift == null ? expect(FrameGroup.middle(box)) : shift;
    }

    /** How many of the groups were found, 0 to 1; 1 where there is none. */
    double foundShare() {
        return foundShare;
    }
}
