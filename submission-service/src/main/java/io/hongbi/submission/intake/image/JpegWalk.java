package io.hongbi.submission.intake.image;

import io.hongbi.submission.intake.image.Inspection.Sound;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Walks the marker segments of a JPEG (ITU-T T.81, annex B) to the end of its image. Application
 * segments and comments go, but for JFIF, Adobe's colour transform and ICC profiles; what follows
 * the end of the image (motion photos, further pictures) goes too. Nothing else is touched.
 */
final class JpegWalk {

    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int COM = 0xFE;
    private static final String EXIF = "Exif\0\0";

    private final PhotoBytes bytes;
    private final Pieces kept = new Pieces();
    private int width;
    private int height;
    private int orientation = Orientation.UPRIGHT;
    private boolean scanned;

    JpegWalk(PhotoBytes bytes) {
        this.bytes = bytes;
    }

    Sound walk() {
        orientation = findOrientation();
        kept.keep(0, 2);
        long at = 2;
        boolean told = orientation == Orientation.UPRIGHT;
        while (true) {
            long marker = marker(at);
            int code = bytes.u8(marker + 1);
            if (!told && code != 0xE0) {
                tellOrientation();
                told = true;
            }
            if (code == EOI) {
                kept.keep(marker, 2);
                return finished();
            }
            at = code == SOS ? scan(marker) : segment(marker, code);
        }
    }

    /** Skips fill bytes: the marker is the last 0xFF of a run. */
    private long marker(long at) {
        if (bytes.u8(at) != 0xFF) {
            throw UnusablePhoto.broken();
        }
        long marker = at;
        while (bytes.u8(marker + 1) == 0xFF) {
            marker++;
        }
        return marker;
    }

    private long end(long marker) {
        int length = bytes.u16(marker + 2);
        if (length < 2) {
            throw UnusablePhoto.broken();
        }
        bytes.require(marker + 2, length);
        return marker + 2 + length;
    }

    private long segment(long marker, int code) {
        if (code < 0xC0 || (code >= 0xD0 && code <= 0xD8)) {
            throw UnusablePhoto.broken();
        }
        long end = end(marker);
        if (isFrame(code)) {
            frame(marker);
        }
        if (isKept(marker, code)) {
            kept.keep(marker, end - marker);
        }
        return end;
    }

    private long scan(long marker) {
        if (width == 0) {
            throw UnusablePhoto.broken();
        }
        long at = end(marker);
        while (true) {
            at = bytes.nextFf(at);
            int next = bytes.u8(at + 1);
            if (next == 0xFF) {
                at++;
            } else if (next == 0 || (next >= 0xD0 && next <= 0xD7)) {
                at += 2;
            } else {
                break;
            }
        }
        kept.keep(marker, at - marker);
        scanned = true;
        return at;
    }

    private void frame(long marker) {
        if (width != 0) {
            throw UnusablePhoto.broken();
        }
        height = bytes.u16(marker + 5);
        width = bytes.u16(marker + 7);
        int components = bytes.u8(marker + 9);
        if (width == 0 || height == 0 || components < 1 || components > 4) {
            throw UnusablePhoto.broken();
        }
    }

    private Sound finished() {
        if (!scanned) {
            throw UnusablePhoto.broken();
        }
        return new Sound(PhotoFormat.JPEG, width, height, orientation, kept);
    }

    private boolean isKept(long marker, int code) {
        return switch (code) {
            case 0xE0 -> bytes.has(marker + 4, "JFIF\0");
            case 0xE2 -> bytes.has(marker + 4, "ICC_PROFILE\0");
            case 0xEE -> bytes.has(marker + 4, "Adobe");
            default -> code != COM && (code < 0xE0 || code > 0xEF);
        };
    }

    private static boolean isFrame(int code) {
        return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
    }

    /** The first EXIF segment before the first scan tells it. */
    private int findOrientation() {
        for (long at = 2; ; ) {
            long marker = marker(at);
            int code = bytes.u8(marker + 1);
            if (code == SOS || code == EOI) {
                return Orientation.UPRIGHT;
            }
            long end = end(marker);
            if (code == 0xE1 && bytes.has(marker + 4, EXIF)) {
                long tiff = marker + 4 + EXIF.length();
                return Orientation.of(bytes.bytes(tiff, (int) Math.max(0, end - tiff)));
            }
            at = end;
        }
    }

    private void tellOrientation() {
        byte[] tiff = Orientation.tiff(orientation);
        var segment = new byte[4 + EXIF.length() + tiff.length];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) 0xE1;
        segment[3] = (byte) (segment.length - 2);
        System.arraycopy(EXIF.getBytes(StandardCharsets.ISO_8859_1), 0, segment, 4, EXIF.length());
        System.arraycopy(tiff, 0, segment, 4 + EXIF.length(), tiff.length);
        kept.insert(ByteBuffer.wrap(segment));
    }
}
