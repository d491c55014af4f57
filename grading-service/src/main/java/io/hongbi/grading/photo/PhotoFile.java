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

    /** What intake refuses too; a small file can claim any number of pixels. */
    private static final long MOST_PIXELS = 60_000_000;

    private static final int[] JPEG = {0xFF, 0xD8, 0xFF};
    private static final int[] PNG = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    private static final int[] RIFF = {'R', 'I', 'F', 'F'};
    private static final int[] WEBP = {'W', 'E', 'B', 'P'};

    /** Whether the bytes begin as JPEG, PNG or WebP do. */
    static boolean isSupported(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        return startsWith(bytes, 0, JPEG) || startsWith(bytes, 0, PNG) || isWebp(bytes);
    }

    /** Empty where the bytes are no JPEG, PNG or WebP, or break off before they tell the size. */
    static Optional<PhotoFile> of(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        try {
            if (startsWith(bytes, 0, JPEG)) {
                return JpegHeader.parse(bytes);
            }
            if (startsWith(bytes, 0, PNG)) {
                return PngHeader.parse(bytes);
            }
            return isWebp(bytes)
                    ? WebpHeader.parse(bytes.order(ByteOrder.LITTLE_ENDIAN))
                    : Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty(); // the file ends inside its header
        }
    }

    private static boolean isWebp(ByteBuffer bytes) {
        return startsWith(bytes, 0, RIFF) && startsWith(bytes, 8, WEBP);
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

    /** Whether it has no more pixels than a reader is willing to decode. */
    boolean small() {
        return (long) width * height <= MOST_PIXELS;
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
