package io.hongbi.grading.simulation;

import java.nio.ByteBuffer;

/** Puts an EXIF block with nothing but the orientation into a JPEG file (EXIF 2.3). */
final class JpegOrientation {

    private static final int START_OF_IMAGE_BYTES = 2;
    private static final int TIFF_BYTES = 26;

    private JpegOrientation() {}

    static byte[] write(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(4 + 6 + TIFF_BYTES);
        exif.putShort((short) 0xFFE1).putShort((short) (2 + 6 + TIFF_BYTES));
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        exif.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, START_OF_IMAGE_BYTES)
                .put(exif.array())
                .put(jpeg, START_OF_IMAGE_BYTES, jpeg.length - START_OF_IMAGE_BYTES)
                .array();
    }
}
