package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lines from left to right in rows from top to bottom, on a page that leans by a slope. */
final class ReadingOrder {

    private ReadingOrder() {}

    static List<TextLine> of(List<TextLine> lines, double slope) {
        var byHeight =
                lines.stream().sorted(Comparator.comparingDouble(l -> level(l, slope))).toList();
        var ordered = new ArrayList<TextLine>();
        var row = new ArrayList<TextLine>();
        for (var line : byHeight) {
            boolean below =
                    !row.isEmpty()
                            && level(line, slope) - level(row.getFirst(), slope) > line.cap();
            if (below) {
                flush(row, ordered);
            }
            row.add(line);
        }
        flush(row, ordered);
        return ordered;
    }

    private static void flush(List<TextLine> row, List<TextLine> ordered) {
        row.stream().sorted(Comparator.comparingDouble(TextLine::startX)).forEach(ordered::add);
        row.clear();
    }

    private static double level(TextLine line, double slope) {
        double x = (line.startX() + line.endX()) / 2;
        return (line.startY() + line.endY()) / 2 - slope * x;
    }
}
