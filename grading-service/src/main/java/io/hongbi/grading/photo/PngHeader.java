package io.hongbi.grading.photo;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads size and orientation from the chunks of a PNG file (W3C PNG, third edition). */
final class PngHeader {

    private PngHeader() {}

    static Optional<PhotoFile> parse(ByteBuffer bytes) {
        if (!PhotoFile.startsWith(bytes, 12, 'I', 'H', 'D', 'R')) {
            return Optional.empty();
        }
        return PhotoFile.of(bytes.getInt(16), bytes.getInt(20), orientation(bytes));
    }

    private static int orientation(ByteBuffer bytes) {
        int at = 8;
        while (at >= 8 && at + 8 <= bytes.limit()) {
            int length = bytes.getInt(at);
            if (PhotoFile.startsWith(bytes, at + 4, 'e', 'X', 'I', 'f')) {
                return Exif.orientation(bytes, at + 8, length);
            }
            if (length < 0 || length > bytes.limit()) {
                return 1;
            }
            at += 12 + length;
        }
        return 1;
    }
}
