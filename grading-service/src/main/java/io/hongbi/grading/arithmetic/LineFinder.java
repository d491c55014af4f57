package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds lines of characters: pieces of ink side by side, as close as the characters of a sum are.
 * Lengths are in heights of a digit, the commonest of the page. One thread only; it keeps its
 * buffers.
 */
final class LineFinder implements AutoCloseable {

    /** A stroke is at least two pixels wide; noise is not. */
    private static final double SMOOTHING_PX = 0.7;

    private static final int SPECK_PX = 4;

    /** What is higher is a frame, a picture or a teacher's tick. */
    static final double HIGHEST = 2.5;

    /** What is wider is a rule. */
    private static final double WIDEST_BAR = 5;

    /** Characters written so that they touch. */
    private static final double WIDEST = 14;

    /** Characters of one line are no further apart, unless an answer's brackets part them. */
    private static final double WIDEST_GAP = 2.4;

    /** Within print; so far, a line that leans is hardly mistaken for its neighbour. */
    private static final double NARROW_GAP = 0.8;

    private static final double WIDEST_IN_BRACKETS = 4.2;
    private static final double SHORTEST = 1.5;
    private static final double MARGIN = 0.6;

    /** The mask of all ink is wider than the ink, by as much as the photo is blurred. */
    private static final double MOST_HALO = 0.35;

    /** Shares of the ink that are paler than the digits that tell how high digits are. */
    private static final double USUAL = 0.8;

    private static final double PALE = 0.3;

    private final double longest;
    private final Raster smooth = new Raster();
    private final Raster scratch = new Raster();
    private final Raster missing = new Raster();
    private final Raster mask = new Raster();

    /**
     * @param longest of a line, in heights of a digit
     */
    LineFinder(double longest) {
        this.longest = longest;
    }

    /** Finds all lines; none on a page without digits. */
    PageLines find(Ink ink) {
        return find(ink, USUAL);
    }

    /**
     * The same where thin print stands beside answers so thick and dark that most ink is theirs.
     */
    PageLines findPale(Ink ink) {
        return find(ink, PALE);
    }

    private PageLines find(Ink ink, double paler) {
        ink.copy().blur(SMOOTHING_PX, smooth);
        smooth.missingOf(ink.paper(), scratch, missing);
        var depths = Depths.of(missing, paler);
        missing.greaterThan(depths.atHalf(), mask);
        var sharp = mask.blobs();
        double digit = DigitHeight.commonest(sharp);
        missing.greaterThan(depths.anyInk(), mask);
        var faint = mask.blobs().stream().filter(piece -> piece.area() >= SPECK_PX).toList();
        if (digit == 0) {
            return new PageLines(List.of(), faint, List.of(), List.of());
        }
        double cap = DigitHeight.commonest(faint, digit, digit * (1 + MOST_HALO));
        var usable = new ArrayList<Blob>();
        var loose = new ArrayList<Blob>();
        var noise = new Noise(sharp, cap);
        for (var piece : faint) {
            if (!noise.is(piece)) {
                (fits(piece, cap) ? usable : loose).add(piece);
            }
        }
        var frames = loose.stream().filter(new Frames(mask, cap)::is).toList();
        return lines(usable, loose, frames, cap, new Digits(sharp, digit));
    }

    private PageLines lines(
            List<Blob> usable, List<Blob> loose, List<Blob> frames, double cap, Digits digits) {
        double slope = Baseline.commonSlope(groups(usable, cap, NARROW_GAP, 0), digits);
        var rows = new Rows(digits, slope);
        var groups =
                groups(usable, cap, WIDEST_GAP, slope).stream()
                        .flatMap(group -> rows.part(group).stream())
                        .toList();
        var columns = new Columns(groups, cap, slope);
        var parts = new ArrayList<List<Blob>>();
        for (var group : groups) {
            columns.part(group).forEach(part -> parts.addAll(parts(part, cap)));
        }
        var lines = new ArrayList<TextLine>();
        var astray = new ArrayList<Blob>();
        for (var part : parts) {
            if (worthReading(part, cap)) {
                var line = Baseline.of(part, digits, slope);
                lines.add(line.longerBy(MARGIN));
                part.stream().filter(line::leadsAway).forEach(astray::add);
            } else {
                loose.addAll(part);
            }
        }
        return new PageLines(ReadingOrder.of(lines, slope), loose, astray, frames);
    }

    private static boolean fits(Blob piece, double cap) {
        boolean low = piece.height() < 0.5 * cap;
        return piece.height() <= HIGHEST * cap
                && piece.width() <= (low ? WIDEST_BAR : WIDEST) * cap;
    }

    /** Characters may touch; but no sum is of low pieces only. */
    private static boolean worthReading(List<Blob> group, double cap) {
        int left = group.getFirst().left();
        int right = group.stream().mapToInt(Blob::right).max().orElse(left);
        return right - left > SHORTEST * cap
                && group.stream().anyMatch(piece -> piece.height() > 0.55 * cap);
    }

    private static List<List<Blob>> groups(
            List<Blob> pieces, double cap, double widestGap, double slope) {
        var sorted = pieces.stream().sorted(Comparator.comparingInt(Blob::left)).toList();
        var groups = new Groups(sorted.size());
        double reach = (WIDEST + WIDEST_IN_BRACKETS) * cap;
        for (int right = 1; right < sorted.size(); right++) {
            var piece = sorted.get(right);
            for (int left = right - 1; left >= 0; left--) {
                if (sorted.get(left).left() < piece.left() - reach) {
                    break;
                }
                var other = sorted.get(left);
                if (piece.left() - other.right() <= gap(other, piece, cap, widestGap)
                        && level(other, piece, cap, slope)) {
                    groups.join(left, right);
                }
            }
        }
        return groups.of(sorted);
    }

    private static double gap(Blob left, Blob right, double cap, double widest) {
        if (dot(left, cap) || dot(right, cap)) {
            return Math.min(widest, NARROW_GAP) * cap; // or specks would lead off the paper
        }
        boolean brackets = bracket(left, cap) && bracket(right, cap);
        return (brackets ? WIDEST_IN_BRACKETS : widest) * cap;
    }

    private static boolean dot(Blob piece, double cap) {
        return piece.height() < 0.4 * cap && piece.width() < 0.4 * cap;
    }

    private static boolean bracket(Blob piece, double cap) {
        return piece.height() > 1.05 * cap && piece.width() < 0.55 * piece.height();
    }

    /** Whether the middle of the lower one lies within the height of the higher, along a slope. */
    private static boolean level(Blob one, Blob other, double cap, double slope) {
        boolean first = one.height() >= other.height();
        var high = first ? one : other;
        var low = first ? other : one;
        double y =
                middle(low) - slope * (low.left() + low.right() - high.left() - high.right()) / 2;
        if (high.height() < 0.5 * cap) {
            return Math.abs(middle(high) - y) < 0.4 * cap; // bars, dots
        }
        double beyond = low.height() > 0.5 * cap ? -0.15 * cap : 0.22 * cap;
        return y > high.top() - beyond && y < high.bottom() + beyond;
    }

    static double middle(Blob piece) {
        return piece.top() + piece.height() / 2.0;
    }

    /** Cuts what is too long to be read at once at its widest gap. */
    private List<List<Blob>> parts(List<Blob> group, double cap) {
        int left = group.getFirst().left();
        int right = group.stream().mapToInt(Blob::right).max().orElse(left);
        if (group.size() < 2 || right - left < (longest - 3) * cap) {
            return List.of(group);
        }
        int reached = group.getFirst().right();
        int widest = 1;
        int gap = Integer.MIN_VALUE;
        for (int i = 1; i < group.size(); i++) {
            if (group.get(i).left() - reached > gap) {
                gap = group.get(i).left() - reached;
                widest = i;
            }
            reached = Math.max(reached, group.get(i).right());
        }
        var parts = new ArrayList<>(parts(group.subList(0, widest), cap));
        parts.addAll(parts(group.subList(widest, group.size()), cap));
        return parts;
    }

    @Override
    public void close() {
        smooth.close();
        scratch.close();
        missing.close();
        mask.close();
    }
}
