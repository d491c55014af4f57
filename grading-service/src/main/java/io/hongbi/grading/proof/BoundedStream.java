package io.hongbi.grading.proof;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives up on what is longer than it may be: {@link SheetTooLarge}. */
final class BoundedStream extends FilterInputStream {

    private long left;

    BoundedStream(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(read);
        return read;
    }

    private void count(int read) {
        left -= Math.max(0, read);
        if (left < 0) {
            throw new SheetTooLarge();
        }
    }
}
