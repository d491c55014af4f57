package io.hongbi.grading.photo;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads size and orientation from the chunks of a WebP file (RFC 9649); bytes little endian. */
final class WebpHeader {

    private WebpHeader() {}

    static Optional<PhotoFile> parse(ByteBuffer bytes) {
        if (PhotoFile.startsWith(bytes, 12, 'V', 'P', '8', ' ')) {
            return PhotoFile.of(
                    bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF, orientation(bytes));
        }
        if (PhotoFile.startsWith(bytes, 12, 'V', 'P', '8', 'L')) {
            int packed = bytes.getInt(21);
            return PhotoFile.of(
                    (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1, orientation(bytes));
        }
        if (PhotoFile.startsWith(bytes, 12, 'V', 'P', '8', 'X')) {
            int width = (bytes.getInt(23) >>> 8) + 1;
            int height = (bytes.getInt(26) >>> 8) + 1;
            return PhotoFile.of(width, height, orientation(bytes));
        }
        return Optional.empty();
    }

    private static int orientation(ByteBuffer bytes) {
        int at = 12;
        while (at + 8 <= bytes.limit()) {
            int length = bytes.getInt(at + 4);
            if (PhotoFile.startsWith(bytes, at, 'E', 'X', 'I', 'F')) {
                // some writers put JPEG's marker in front of the TIFF header
                boolean marked = PhotoFile.startsWith(bytes, at + 8, 'E', 'x', 'i', 'f', 0, 0);
                int skip = marked ? 6 : 0;
                return Exif.orientation(bytes, at + 8 + skip, length - skip);
            }
            if (length < 0 || length > bytes.limit()) {
                return 1;
            }
            at += 8 + length + (length & 1);
        }
        return 1;
    }
}
