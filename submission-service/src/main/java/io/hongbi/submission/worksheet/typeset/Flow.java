package io.hongbi.submission.worksheet.typeset;

import io.hongbi.submission.worksheet.design.InvalidDesign;
import io.hongbi.submission.worksheet.design.InvalidDesign.Fault;
import io.hongbi.submission.worksheet.design.InvalidDesign.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts items on pages, one below the other; short ones in two columns, read down the left and then
 * down the right.
 */
final class Flow {

    private static final double GAP_MM = 4;
    private static final double GUTTER_MM = 6;

    private final Geometry geometry;
    private final Typeface typeface;
    private final Header header;
    private final List<Canvas> canvases = new ArrayList<>();
    private double y;

    Flow(Geometry geometry, Typeface typeface, Header header) {
        this.geometry = geometry;
        this.typeface = typeface;
        this.header = header;
    }

    static double columnWidth(Geometry geometry) {
        return (geometry.width() - GUTTER_MM) / 2;
    }

    /**
     * @throws InvalidDesign if an item is taller than a page
     */
    List<Canvas> pages(List<ItemBlock> blocks) {
        canvases.add(new Canvas(geometry, typeface));
        y = header.first(canvases.getLast());
        int next = 0;
        while (next < blocks.size()) {
            int run = run(blocks, next);
            if (run > 1) {
                next += columns(blocks.subList(next, next + run));
            } else {
                single(blocks.get(next), next);
                next++;
            }
        }
        return canvases;
    }

    private static int run(List<ItemBlock> blocks, int from) {
        int to = from;
        while (to < blocks.size() && blocks.get(to).half()) {
            to++;
        }
        return to - from;
    }

    /** Places as many as this page takes and says how many. */
    private int columns(List<ItemBlock> run) {
        double height = run.stream().mapToDouble(ItemBlock::height).max().orElseThrow();
        int rows = (int) ((geometry.bottom() - y + GAP_MM) / (height + GAP_MM));
        if (rows < 1) {
            turnPage();
            return 0;
        }
        int count = Math.min(run.size(), 2 * rows);
        int used = (count + 1) / 2;
        for (int i = 0; i < count; i++) {
            int column = i / used;
            int row = i % used;
            double x = geometry.left() + column * (columnWidth(geometry) + GUTTER_MM);
            double top = y + row * (height + GAP_MM);
            var block = run.get(i);
            block.draw(canvases.getLast(), x, top + (height - block.height()) / 2);
        }
        y += used * (height + GAP_MM);
        return count;
    }

    private void single(ItemBlock block, int index) {
        if (y + block.height() > geometry.bottom()) {
            turnPage();
            if (y + block.height() > geometry.bottom()) {
                var field = block.wordy() ? "/prompt" : "/heightMm";
                throw new InvalidDesign(
                        List.of(new Fault("/items/" + index + field, Reason.TALLER_THAN_A_PAGE)));
            }
        }
        block.draw(canvases.getLast(), geometry.left(), y);
        y += block.height() + GAP_MM;
    }

    private void turnPage() {
        canvases.add(new Canvas(geometry, typeface));
        y = header.later(canvases.getLast());
    }
}
