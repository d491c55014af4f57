package io.hongbi.grading.photo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures how wide edges are where there is writing. An edge that the camera has blurred with a
 * Gaussian of standard deviation s loses, blurred once more with b, the factor sqrt(1 + (b/s)^2) of
 * its steepness; the factor tells s whatever the contrast of ink and paper (Crete et al. 2007 and
 * Zhuo and Sim 2011 measure by blurring again, too). One thread only; it keeps its buffers.
 */
final class Sharpness implements AutoCloseable {

    /** Each photo is measured as if it had this size; a pen stroke is then some 2 pixels wide. */
    private static final int LONGER_SIDE = 1008;

    private static final int TILE_PX = 96;
    private static final int TILES = 4;
    private static final int WIDEST_STROKE_PX = 13;
    private static final double AGAIN_PX = 2.0;
    private static final double WIDEST_EDGE_PX = 20;

    /** Writing that darkens a tile by less than this on average tells nothing. */
    private static final int LEAST_DEPTH = 1;

    /** Only the darkest strokes of a tile count, not the grain of the paper between them. */
    private static final double SHARE_OF_DEEPEST = 0.35;

    private final Raster grid = new Raster();
    private final Raster light = new Raster();
    private final Raster cut = new Raster();
    private final Raster tile = new Raster();
    private final Raster paper = new Raster();
    private final Raster depth = new Raster();
    private final Raster mask = new Raster();
    private final Raster widened = new Raster();
    private final Raster blurred = new Raster();
    private final Raster scratch = new Raster();
    private final Raster steepness = new Raster();

    /**
     * The width of edges where most is written, as the standard deviation of a Gaussian, in
     * thousandths of the longer side; NaN where there is too little writing to tell. The sharpest
     * quarter of the tiles counts: a page may curl out of focus at one end and still be read.
     */
    double edgeWidth(Ink ink) {
        var widths =
                tilesWithMostInk(ink).stream()
                        .mapToDouble(cell -> edgeWidthPx(ink.copy(), cell))
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        return widths.length == 0 ? Double.NaN : widths[widths.length / 4] * 1000 / LONGER_SIDE;
    }

    private double edgeWidthPx(Raster copy, int cell) {
        cut(copy, cell % grid.width(), cell / grid.width());
        tile.fillDark(WIDEST_STROKE_PX, paper);
        tile.depthBelow(paper, depth);
        depth.greaterThan(SHARE_OF_DEEPEST * depth.greatest(), mask);
        mask.widen(2, widened);
        tile.steepness(scratch, steepness);
        double before = steepness.mean(widened);
        tile.blur(AGAIN_PX, blurred);
        blurred.steepness(scratch, steepness);
        return edgeWidthPx(before / steepness.mean(widened));
    }

    private static double edgeWidthPx(double lost) {
        double width = lost > 1 ? AGAIN_PX / Math.sqrt(lost * lost - 1) : WIDEST_EDGE_PX;
        return Math.min(width, WIDEST_EDGE_PX);
    }

    /** Cells of the grid of tiles, row by row: the darkest writing on the lightest paper first. */
    private List<Integer> tilesWithMostInk(Ink ink) {
        int cellPx = Math.max(1, ink.depth().longerSide() * TILE_PX / LONGER_SIDE);
        ink.depth().shrinkBy(cellPx, grid);
        ink.paper().shrinkBy(cellPx, light);
        var depth = grid.values();
        var paper = light.values();
        return IntStream.range(0, depth.length)
                .boxed()
                .filter(cell -> (depth[cell] & 0xFF) >= LEAST_DEPTH)
                .sorted(
                        Comparator.<Integer>comparingInt(
                                cell -> -(depth[cell] & 0xFF) * (paper[cell] & 0xFF)))
                .limit(TILES)
                .toList();
    }

    private void cut(Raster copy, int column, int row) {
        int width = copy.width() / grid.width();
        int height = copy.height() / grid.height();
        copy.cut(column * width, row * height, width, height, cut);
        double scale = (double) LONGER_SIDE / copy.longerSide();
        cut.shrink(
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)),
                tile);
    }

    @Override
    public void close() {
        List.of(grid, light, cut, tile, paper, depth, mask, widened, blurred, scratch, steepness)
                .forEach(Raster::close);
    }
}
