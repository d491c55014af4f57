package io.hongbi.submission.intake.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A file read through one window, so that a page of 20 MB costs 64 KB of memory. */
final class PhotoBytes {

    private static final int WINDOW = 64 * 1024;

    private final FileChannel file;
    private final long size;
    private final byte[] window;
    private long start;
    private int length;

    PhotoBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
        this.window = new byte[(int) Math.min(WINDOW, Math.max(size, 1))];
    }

    long size() {
        return size;
    }

    int u8(long at) {
        require(at, 1);
        if (at < start || at >= start + length) {
            load(at);
        }
        return window[(int) (at - start)] & 0xFF;
    }

    int u16(long at) {
        return (u8(at) << 8) | u8(at + 1);
    }

    long u32(long at) {
        return ((long) u16(at) << 16) | u16(at + 2);
    }

    int u16LittleEndian(long at) {
        return u8(at) | (u8(at + 1) << 8);
    }

    int u24LittleEndian(long at) {
        return u16LittleEndian(at) | (u8(at + 2) << 16);
    }

    long u32LittleEndian(long at) {
        return u24LittleEndian(at) | ((long) u8(at + 3) << 24);
    }

    byte[] bytes(long at, int count) {
        require(at, count);
        var copy = new byte[count];
        for (int i = 0; i < count; i++) {
            copy[i] = (byte) u8(at + i);
        }
        return copy;
    }

    /** Whether the ASCII text stands there; false where the file ends before. */
    boolean has(long at, String text) {
        if (at + text.length() > size) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (u8(at + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String ascii(long at, int count) {
        return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
    }

    /** Refuses the file as truncated unless it reaches that far. */
    void require(long at, long count) {
        if (at < 0 || at + count > size) {
            throw UnusablePhoto.truncated();
        }
    }

    /** Where the next byte of 0xFF stands. */
    long nextFf(long from) {
        for (long at = from; ; ) {
            u8(at);
            int end = length;
            for (int i = (int) (at - start); i < end; i++) {
                if (window[i] == -1) {
                    return start + i;
                }
            }
            at = start + end;
        }
    }

    long crc32(long at, long count) {
        require(at, count);
        var crc = new CRC32();
        for (long done = 0; done < count; ) {
            u8(at + done);
            int from = (int) (at + done - start);
            int part = (int) Math.min(length - from, count - done);
            crc.update(window, from, part);
            done += part;
        }
        return crc.getValue();
    }

    private void load(long at) {
        var buffer = ByteBuffer.wrap(window);
        try {
            while (buffer.hasRemaining()) {
                if (file.read(buffer, at + buffer.position()) < 0) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The spooled file could not be read", e);
        }
        if (buffer.position() == 0) {
            throw UnusablePhoto.truncated();
        }
        start = at;
        length = buffer.position();
    }
}
