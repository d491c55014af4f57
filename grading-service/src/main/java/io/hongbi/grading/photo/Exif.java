package io.hongbi.grading.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the orientation in an EXIF block (EXIF 2.3: a TIFF header and its first directory). */
final class Exif {

    private static final int ORIENTATION = 0x0112;

    private Exif() {}

    /**
     * The orientation, 1 to 8; 1 where the block does not tell or is broken.
     *
     * @param at where the TIFF header begins
     * @param length of the block from there
     */
    static int orientation(ByteBuffer bytes, int at, int length) {
        try {
            return orientation(bytes.slice(at, length));
        } catch (IndexOutOfBoundsException e) {
            return 1;
        }
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
