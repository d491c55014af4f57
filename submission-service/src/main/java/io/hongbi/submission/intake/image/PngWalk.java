package io.hongbi.submission.intake.image;

import io.hongbi.submission.intake.image.Inspection.Sound;
import io.hongbi.submission.intake.image.Inspection.Unreadable.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG (ISO/IEC 15948) and checks each CRC, up to IEND. Chunks that pictures
 * are drawn with stay; texts, times, EXIF, animation and whatever else is optional goes.
 */
final class PngWalk {

    private static final int OVERHEAD = 12;
    private static final Set<String> KEPT =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT",
                    "bKGD", "pHYs", "cICP");

    private final PhotoBytes bytes;
    private final long maxPixels;
    private final Pieces kept = new Pieces();
    private int orientation = Orientation.UPRIGHT;
    private boolean data;

    PngWalk(PhotoBytes bytes, long maxPixels) {
        this.bytes = bytes;
        this.maxPixels = maxPixels;
    }

    Sound walk() {
        kept.keep(0, 8);
        int width = dimension(16);
        int height = dimension(20);
        if (bytes.u32(8) != 13 || !bytes.has(12, "IHDR")) {
            throw UnusablePhoto.broken();
        }
        if ((long) width * height > maxPixels) {
            throw new UnusablePhoto(Reason.TOO_MANY_PIXELS);
        }
        orientation = findOrientation();
        long at = 8;
        while (!bytes.has(at + 4, "IEND")) {
            at = chunk(at);
        }
        chunk(at);
        if (!data) {
            throw UnusablePhoto.broken();
        }
        return new Sound(PhotoFormat.PNG, width, height, orientation, kept);
    }

    private int dimension(long at) {
        long value = bytes.u32(at);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw UnusablePhoto.broken();
        }
        return (int) value;
    }

    private long chunk(long at) {
        long length = bytes.u32(at);
        bytes.require(at, length + OVERHEAD);
        if (bytes.crc32(at + 4, length + 4) != bytes.u32(at + 8 + length)) {
            throw UnusablePhoto.broken();
        }
        String type = bytes.ascii(at + 4, 4);
        boolean known = KEPT.contains(type);
        if (!known && Character.isUpperCase(type.charAt(0))) {
            throw UnusablePhoto.broken();
        }
        if (type.equals("IDAT") && !data) {
            data = true;
            tellOrientation();
        }
        if (known) {
            kept.keep(at, length + OVERHEAD);
        }
        return at + length + OVERHEAD;
    }

    private int findOrientation() {
        long at = 8;
        while (!bytes.has(at + 4, "IEND")) {
            long length = bytes.u32(at);
            bytes.require(at, length + OVERHEAD);
            if (bytes.has(at + 4, "eXIf") && length <= 65_536) {
                return Orientation.of(bytes.bytes(at + 8, (int) length));
            }
            at += length + OVERHEAD;
        }
        return Orientation.UPRIGHT;
    }

    private void tellOrientation() {
        if (orientation == Orientation.UPRIGHT) {
            return;
        }
        byte[] tiff = Orientation.tiff(orientation);
        var chunk = ByteBuffer.allocate(OVERHEAD + tiff.length);
        chunk.putInt(tiff.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(tiff);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, tiff.length + 4);
        kept.insert(chunk.putInt((int) crc.getValue()).flip());
    }
}
