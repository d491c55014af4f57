package io.hongbi.grading.photo;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads size and orientation from the segments of a JPEG file (ITU-T T.81, annex B). */
final class JpegHeader {

    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;

    private JpegHeader() {}

    static Optional<PhotoFile> parse(ByteBuffer bytes) {
        int orientation = 1;
        int at = 2;
        while (true) {
            int marker = bytes.get(at + 1) & 0xFF;
            if ((bytes.get(at) & 0xFF) != 0xFF) {
                return Optional.empty();
            }
            if (marker == 0xFF) { // fill byte
                at++;
                continue;
            }
            if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                int height = bytes.getShort(at + 5) & 0xFFFF;
                int width = bytes.getShort(at + 7) & 0xFFFF;
                return PhotoFile.of(width, height, orientation);
            }
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker == APP1 && isExif(bytes, at + 4) && orientation == 1) {
                orientation = Exif.orientation(bytes, at + 10, length - 8);
            }
            at += 2 + Math.max(2, length);
        }
    }

    private static boolean isExif(ByteBuffer bytes, int at) {
        return PhotoFile.startsWith(bytes, at, 'E', 'x', 'i', 'f', 0, 0);
    }

    /** SOF0 to SOF15 but for the three that are no frames (tables, extensions, arithmetic). */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }
}
