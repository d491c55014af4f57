package io.hongbi.grading.photo;

/**
 * Finds reflexes: a blown-out patch inside the page that fades into the paper and wipes the writing
 * out. A white page on a dark desk has a hard edge, a window behind the page touches the frame, and
 * on an overexposed scan nearly all is white: none of them is glare. One thread only; it keeps its
 * buffers.
 */
final class Glare implements AutoCloseable {

    private static final int BLOWN_OUT = 249;

    /** Of the photo; smaller reflexes hide less than a line. */
    private static final double LEAST_AREA = 0.015;

    private static final double GREATEST_AREA = 0.4;

    /** Around a reflex the paper is lighter than this; at a page's edge desk begins. */
    private static final double LEAST_AROUND = 225;

    /** Writing left in the patch, of what is written elsewhere. */
    private static final double MOST_LEFT = 0.35;

    private static final int EDGE_PX = 2;
    private static final int AROUND_PX = 8;

    private final Raster blown = new Raster();
    private final Raster near = new Raster();
    private final Raster far = new Raster();
    private final Raster around = new Raster();

    boolean hides(Ink ink, Light light) {
        if (light.blownOut() < LEAST_AREA || light.blownOut() > GREATEST_AREA) {
            return false;
        }
        ink.paper().greaterThan(BLOWN_OUT, blown);
        double least = LEAST_AREA * blown.width() * blown.height();
        return blown.blobs().stream()
                .filter(patch -> patch.area() >= least)
                .anyMatch(patch -> inside(patch) && fades(ink) && wipesOut(ink));
    }

    private boolean inside(Blob patch) {
        return patch.left() > 0
                && patch.top() > 0
                && patch.right() < blown.width()
                && patch.bottom() < blown.height();
    }

    private boolean fades(Ink ink) {
        blown.widen(EDGE_PX, near);
        blown.widen(AROUND_PX, far);
        near.depthBelow(far, around);
        return ink.paper().mean(around) >= LEAST_AROUND;
    }

    private boolean wipesOut(Ink ink) {
        double everywhere = (double) ink.mask().count() / (blown.width() * blown.height());
        return ink.mask().mean(blown) / 255 < MOST_LEFT * everywhere;
    }

    @Override
    public void close() {
        blown.close();
        near.close();
        far.close();
        around.close();
    }
}
