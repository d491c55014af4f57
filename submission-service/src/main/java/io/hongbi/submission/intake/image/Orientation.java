package io.hongbi.submission.intake.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of EXIF that is kept (EXIF 2.32, tag 0x0112 in the first directory). */
final class Orientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private Orientation() {}

    /** Finds it in a TIFF block; upright where there is none or the block makes no sense. */
    static int of(byte[] tiff) {
        try {
            var block = ByteBuffer.wrap(tiff);
            int order = block.getShort();
            block.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            if (block.getShort() != 42) {
                return UPRIGHT;
            }
            return inDirectory(block, block.getInt());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static int inDirectory(ByteBuffer block, int offset) {
        block.position(offset);
        int entries = block.getShort() & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int tag = block.getShort() & 0xFFFF;
            int type = block.getShort();
            block.getInt();
            int value = block.getShort();
            block.getShort();
            if (tag == TAG && type == SHORT) {
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A TIFF block of 26 bytes that tells the orientation and nothing else. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .putShort((short) 0x4D4D)
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
