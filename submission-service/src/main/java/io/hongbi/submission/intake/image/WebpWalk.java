package io.hongbi.submission.intake.image;

import io.hongbi.submission.intake.image.Inspection.Sound;
import io.hongbi.submission.intake.image.Inspection.Unreadable.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Walks the chunks of a WebP (RFC 9649). Picture, transparency and colour profile stay; EXIF, XMP
 * and unknown chunks go. A moving picture is no page.
 */
final class WebpWalk {

    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "ALPH", "ICCP");
    private static final int ALPHA_FLAG = 0x10;
    private static final int EXIF_FLAG = 0x08;
    private static final int XMP_FLAG = 0x04;

    private final PhotoBytes bytes;
    private final long maxPixels;
    private final Pieces chunks = new Pieces();
    private int width;
    private int height;
    private int orientation = Orientation.UPRIGHT;
    private boolean extended;
    private int flags;
    private boolean picture;

    WebpWalk(PhotoBytes bytes, long maxPixels) {
        this.bytes = bytes;
        this.maxPixels = maxPixels;
    }

    Sound walk() {
        long end = 8 + bytes.u32LittleEndian(4);
        bytes.require(0, end);
        for (long at = 12; at + 8 <= end; ) {
            long length = bytes.u32LittleEndian(at + 4);
            if (at + 8 + length > end) {
                throw UnusablePhoto.truncated();
            }
            chunk(bytes.ascii(at, 4), at, length);
            at += 8 + length + (length & 1);
        }
        if (!picture) {
            throw UnusablePhoto.broken();
        }
        return new Sound(PhotoFormat.WEBP, width, height, orientation, together());
    }

    private void chunk(String type, long at, long length) {
        switch (type) {
            case "VP8X" -> extended(at, length);
            case "VP8 " -> picture(lossy(at + 8, length));
            case "VP8L" -> picture(lossless(at + 8, length));
            case "EXIF" -> orientation = exif(at + 8, length);
            case "ANIM", "ANMF" -> throw UnusablePhoto.broken();
            default -> {}
        }
        if (KEPT.contains(type)) {
            bytes.require(at, 8 + length + (length & 1));
            chunks.keep(at, 8 + length + (length & 1));
        }
    }

    private void extended(long at, long length) {
        if (length < 10 || at != 12) {
            throw UnusablePhoto.broken();
        }
        extended = true;
        flags = bytes.u8(at + 8);
        size(bytes.u24LittleEndian(at + 12) + 1, bytes.u24LittleEndian(at + 15) + 1);
    }

    private void picture(int[] size) {
        if (picture) {
            throw UnusablePhoto.broken();
        }
        picture = true;
        if (extended && (size[0] != width || size[1] != height)) {
            throw UnusablePhoto.broken();
        }
        size(size[0], size[1]);
    }

    private void size(int width, int height) {
        if (width == 0 || height == 0) {
            throw UnusablePhoto.broken();
        }
        if ((long) width * height > maxPixels) {
            throw new UnusablePhoto(Reason.TOO_MANY_PIXELS);
        }
        this.width = width;
        this.height = height;
    }

    /** RFC 6386, section 9.1: a key frame with its start code. */
    private int[] lossy(long at, long length) {
        if (length < 10 || (bytes.u8(at) & 1) != 0 || !bytes.has(at + 3, "\u009D\u0001*")) {
            throw UnusablePhoto.broken();
        }
        return new int[] {
            bytes.u16LittleEndian(at + 6) & 0x3FFF, bytes.u16LittleEndian(at + 8) & 0x3FFF
        };
    }

    /** RFC 9649, section 3.4: signature, then 14 bits of width - 1 and 14 of height - 1. */
    private int[] lossless(long at, long length) {
        if (length < 5 || bytes.u8(at) != 0x2F) {
            throw UnusablePhoto.broken();
        }
        long bits = bytes.u32LittleEndian(at + 1);
        if (((bits >> 28) & 1) == 1) {
            flags |= ALPHA_FLAG;
        }
        return new int[] {(int) (bits & 0x3FFF) + 1, (int) ((bits >> 14) & 0x3FFF) + 1};
    }

    private int exif(long at, long length) {
        if (length > 65_536) {
            return Orientation.UPRIGHT;
        }
        int skipped = bytes.has(at, "Exif\0\0") ? 6 : 0; // some writers copy JPEG's prefix
        return Orientation.of(bytes.bytes(at + skipped, (int) Math.max(0, length - skipped)));
    }

    private Pieces together() {
        boolean turned = orientation != Orientation.UPRIGHT;
        byte[] exif = turned ? exifChunk() : new byte[0];
        boolean header = extended || turned;
        var file = new Pieces();
        long size = 4 + (header ? 18 : 0) + chunks.bytes() + exif.length;
        var start = little(12 + (header ? 18 : 0)).put(ascii("RIFF")).putInt((int) size);
        start.put(ascii("WEBP"));
        if (header) {
            int told = (flags & ~(EXIF_FLAG | XMP_FLAG)) | (turned ? EXIF_FLAG : 0);
            start.put(ascii("VP8X")).putInt(10).putInt(told);
            start.put(u24(width - 1)).put(u24(height - 1));
        }
        file.insert(start.flip());
        file.append(chunks);
        file.insert(ByteBuffer.wrap(exif));
        return file;
    }

    private byte[] exifChunk() {
        byte[] tiff = Orientation.tiff(orientation);
        return little(8 + tiff.length).put(ascii("EXIF")).putInt(tiff.length).put(tiff).array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] u24(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
