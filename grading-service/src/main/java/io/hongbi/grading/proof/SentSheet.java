package io.hongbi.grading.proof;

import io.hongbi.common.layout.Proof;
import io.hongbi.common.layout.SheetLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it was sent, unchecked; see {@link Proof.Request}.
 *
 * @param pages PNG files
 */
record SentSheet(@Nullable SheetLayout layout, @Nullable List<byte @Nullable []> pages) {

    private static final long PNG = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int HEADER_BYTES = 24;
    private static final int TYPE_AT = 12;
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;

    /** A renderer may round a page up or down. */
    private static final int ROUNDING_PX = 2;

    /** A3 has 8 million at this scale; it bounds what is decoded, whatever a layout says. */
    private static final long MOST_PIXELS = 10_000_000;

    /**
     * The sheet, where it can be put on trial.
     *
     * @throws UnusableSheet if there is no layout, or the pages are not those of its paper
     */
    Proof.Request checked() {
        if (layout == null || pages == null) {
            throw new UnusableSheet(UnusableSheet.Reason.INCOMPLETE, 0);
        }
        if (pages.size() != layout.pages().size()) {
            throw new UnusableSheet(UnusableSheet.Reason.OTHER_PAGES, pages.size());
        }
        var checked = new ArrayList<byte[]>();
        for (var page : pages) {
            checked.add(checked(page, checked.size() + 1, layout));
        }
        return new Proof.Request(layout, checked);
    }

    private static byte[] checked(byte @Nullable [] page, int number, SheetLayout layout) {
        if (page == null || !isPng(page)) {
            throw new UnusableSheet(UnusableSheet.Reason.NO_PNG, number);
        }
        if (!fits(ByteBuffer.wrap(page), layout)) {
            throw new UnusableSheet(UnusableSheet.Reason.OTHER_SIZE, number);
        }
        return page;
    }

    private static boolean isPng(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        return file.length >= HEADER_BYTES
                && bytes.getLong(0) == PNG
                && bytes.getInt(TYPE_AT) == IHDR;
    }

    private static boolean fits(ByteBuffer png, SheetLayout layout) {
        long width = png.getInt(WIDTH_AT);
        long height = png.getInt(HEIGHT_AT);
        var paper = layout.paper();
        return Math.abs(width - paper.widthMm() * Proof.PIXELS_PER_MM) <= ROUNDING_PX
                && Math.abs(height - paper.heightMm() * Proof.PIXELS_PER_MM) <= ROUNDING_PX
                && width * height <= MOST_PIXELS;
    }
}
