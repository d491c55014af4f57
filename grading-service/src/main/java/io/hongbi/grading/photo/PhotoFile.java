package io.hongbi.grading.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What the headers of an image file say, without decoding it.
 *
 * @param width pixels of a stored row
 * @param height stored rows
 * @param orientation EXIF orientation, 1 to 8; 1 where the file says nothing usable
 */
record PhotoFile(int width, int height, int orientation) {

    /** Empty where the bytes are no JPEG, PNG or WebP, or break off before they tell the size. */
    static Optional<PhotoFile> of(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        try {
            if (startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)) {
                return JpegHeader.parse(bytes);
            }
            if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
                return PngHeader.parse(bytes);
            }
            if (startsWith(bytes, 0, 'R', 'I', 'F', 'F')
                    && startsWith(bytes, 8, 'W', 'E', 'B', 'P')) {
                return WebpHeader.parse(bytes.order(ByteOrder.LITTLE_ENDIAN));
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty(); // the file ends inside its header
        }
    }

    /** Empty where an image without pixels is claimed. */
    static Optional<PhotoFile> of(int width, int height, int orientation) {
        return width > 0 && height > 0
                ? Optional.of(new PhotoFile(width, height, orientation))
                : Optional.empty();
    }

    /** Whether rows and columns change places to stand upright. */
    boolean lying() {
        return orientation >= 5;
    }

    int uprightWidth() {
        return lying() ? height : width;
    }

    int uprightHeight() {
        return lying() ? width : height;
    }

    int longerSide() {
        return Math.max(width, height);
    }

    long pixels() {
        return (long) width * height;
    }

    static boolean startsWith(ByteBuffer bytes, int at, int... expected) {
        if (at < 0 || at + expected.length > bytes.limit()) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes.get(at + i) & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
