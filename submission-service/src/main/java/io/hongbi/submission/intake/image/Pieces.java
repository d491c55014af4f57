package io.hongbi.submission.intake.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** A file as ranges of another one with bytes put between them. */
public final class Pieces {

    private sealed interface Piece {
        record Range(long offset, long length) implements Piece {}

        record Inserted(ByteBuffer bytes) implements Piece {}
    }

    /**
     * Far more than any camera writes; each one costs memory and a call while the file is copied.
     */
    private static final int MAX_PIECES = 10_000;

    private final List<Piece> pieces = new ArrayList<>();
    private long bytes;

    /** Keeps a range of the source; ranges that touch become one. */
    void keep(long offset, long length) {
        if (length == 0) {
            return;
        }
        if (!pieces.isEmpty()
                && pieces.getLast() instanceof Piece.Range(long start, long before)
                && start + before == offset) {
            pieces.set(pieces.size() - 1, new Piece.Range(start, before + length));
        } else {
            add(new Piece.Range(offset, length));
        }
        bytes += length;
    }

    void insert(ByteBuffer inserted) {
        add(new Piece.Inserted(inserted));
        bytes += inserted.remaining();
    }

    void append(Pieces others) {
        others.pieces.forEach(this::add);
        bytes += others.bytes;
    }

    private void add(Piece piece) {
        if (pieces.size() == MAX_PIECES) {
            throw UnusablePhoto.broken();
        }
        pieces.add(piece);
    }

    /** How long the file put together is. */
    public long bytes() {
        return bytes;
    }

    /** Whether it is the source itself, so that nothing has to be written. */
    public boolean isWholeOf(long sourceBytes) {
        return pieces.size() == 1
                && pieces.getFirst() instanceof Piece.Range(long offset, long length)
                && offset == 0
                && length == sourceBytes;
    }

    /** Writes the file from its beginning; ranges are copied by the operating system. */
    public void write(FileChannel source, FileChannel target) throws IOException {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Range(long offset, long length) ->
                        transfer(source, offset, length, target);
                case Piece.Inserted(ByteBuffer inserted) -> {
                    var buffer = inserted.duplicate();
                    while (buffer.hasRemaining()) {
                        target.write(buffer);
                    }
                }
            }
        }
    }

    private static void transfer(FileChannel source, long offset, long length, FileChannel target)
            throws IOException {
        long done = 0;
        while (done < length) {
            long moved = source.transferTo(offset + done, length - done, target);
            if (moved == 0) {
                throw new IOException("The spooled file became shorter while it was copied");
            }
            done += moved;
        }
    }
}
