package io.hongbi.submission.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the spool while its bytes come in, hashed on the way. Closing it early leaves nothing.
 */
final class IncomingFile implements AutoCloseable {

    private final Spool spool;
    private final Path path;
    private final FileChannel file;
    private final long limit;
    private final MessageDigest digest = sha256();
    private long bytes;
    private boolean complete;

    IncomingFile(Spool spool, Path path, FileChannel file, long limit) {
        this.spool = spool;
        this.path = path;
        this.file = file;
        this.limit = limit;
    }

    /**
     * Adds what came.
     *
     * @throws Refused once more than the limit came
     * @throws SpoolFull if the budget or the disk is used up
     */
    void write(ByteBuffer piece) {
        int length = piece.remaining();
        if (bytes + length > limit) {
            throw new Refused(new IntakeRefusal.TooLarge());
        }
        spool.reserve(length);
        bytes += length;
        digest.update(piece.duplicate());
        try {
            while (piece.hasRemaining()) {
                file.write(piece);
            }
        } catch (IOException e) {
            throw new SpoolFull(e);
        }
    }

    /** Ends the file, which from now on is the caller's to close. */
    SpooledFile complete() {
        complete = true;
        closeChannel();
        return new SpooledFile(spool, path, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() {
        if (!complete) {
            closeChannel();
            spool.remove(path, bytes);
        }
    }

    private void closeChannel() {
        try {
            file.close();
        } catch (IOException e) {
            spool.remove(path, bytes);
            throw new SpoolFull(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
