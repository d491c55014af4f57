package io.hongbi.grading.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is written: thin marks darker than the paper around them, so that shadows, desks and
 * the edges of the paper do not count. Works on copies of about one size, so that its lengths mean
 * the same on every photo. One thread only; it keeps its buffers.
 */
public final class Ink implements AutoCloseable {

    /**
     * Longer side of the copy; a pen stroke on A4 is then some 2 pixels wide, a letter 10 to 30.
     */
    private static final double LONGER_SIDE = 1000;

    /**
     * On half the copy strokes up to this width count as writing; those of a headline are wider.
     */
    private static final int WIDEST_STROKE_PX = 7;

    /** Pencil takes a tenth of the paper's light, noise and the grain of paper less. */
    private static final double SHARE_OF_PAPER = 0.06;

    private static final double LEVELS = 3;

    private final Raster copy = new Raster();
    private final Raster small = new Raster();
    private final Raster paper = new Raster();
    private final Raster depth = new Raster();
    private final Raster mask = new Raster();

    private @Nullable List<Blob> pieces;

    /** Looks at an upright photo; what the accessors return is then valid until the next call. */
    public void find(Raster photo) {
        photo.shrinkBy((int) Math.max(1, Math.round(photo.longerSide() / LONGER_SIDE)), copy);
        copy.shrinkBy(2, small);
        small.fillDark(WIDEST_STROKE_PX, paper);
        small.depthBelow(paper, depth);
        depth.exceeds(paper, SHARE_OF_PAPER, LEVELS, mask);
        pieces = null;
    }

    /** What joins in the mask: letters, words, rules. */
    public List<Blob> pieces() {
        if (pieces == null) {
            pieces = mask.blobs();
        }
        return pieces;
    }

    /**
     * The copy of the photo, its longer side from 750 to 1500 pixels unless it is smaller itself.
     */
    public Raster copy() {
        return copy;
    }

    /** Half the copy, with its writing. */
    public Raster half() {
        return small;
    }

    /** Half the copy without its writing. */
    public Raster paper() {
        return paper;
    }

    /** The share of the paper's light that writing takes, 0 to 1; 0 where nothing is written. */
    public double contrast() {
        return contrast(mask);
    }

    /**
     * The same of a part of the writing.
     *
     * @param part of the size of {@link #mask()}
     */
    public double contrast(Raster part) {
        double light = paper.mean(part);
        return light == 0 ? 0 : depth.mean(part) / light;
    }

    /** How much darker than the paper half the copy is. */
    Raster depth() {
        return depth;
    }

    /** 255 where there is writing on half the copy, 0 elsewhere. */
    public Raster mask() {
        return mask;
    }

    @Override
    public void close() {
        copy.close();
        small.close();
        paper.close();
        depth.close();
        mask.close();
    }
}
