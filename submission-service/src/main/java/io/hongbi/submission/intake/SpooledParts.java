package io.hongbi.submission.intake;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Spools the parts of one name as a parser meets them. The parser keeps what its listener throws to
 * itself, so this remembers the first failure for {@link #throwFailure()}. Closing it leaves
 * nothing of what was not handed over.
 */
final class SpooledParts extends MultiPart.AbstractPartsListener implements AutoCloseable {

    private final Spool spool;
    private final String part;
    private final int maxPages;
    private final long maxPageBytes;
    private final List<SpooledFile> files = new ArrayList<>();
    private @Nullable IncomingFile incoming;
    private @Nullable RuntimeException failure;

    SpooledParts(Spool spool, String part, int maxPages, long maxPageBytes) {
        this.spool = spool;
        this.part = part;
        this.maxPages = maxPages;
        this.maxPageBytes = maxPageBytes;
    }

    @Override
    public void onPartHeaders() {
        if (part.equals(getName())) {
            attempt(this::begin);
        }
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        var file = incoming;
        if (file != null) {
            attempt(() -> file.write(chunk.getByteBuffer()));
        }
    }

    @Override
    public void onPart(String name, String fileName, HttpFields headers) {
        var file = incoming;
        if (file != null) {
            attempt(() -> {
                files.add(file.complete());
                incoming = null;
            });
        }
    }

    @Override
    public void onFailure(Throwable cause) {
        attempt(() -> {
            throw new Refused(new IntakeRefusal.Malformed());
        });
    }

    private void begin() {
        if (files.size() == maxPages) {
            throw new Refused(new IntakeRefusal.TooLarge());
        }
        incoming = spool.receive(maxPageBytes);
    }

    private void attempt(Runnable step) {
        if (failure == null) {
            try {
                step.run();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    /** Throws what went wrong first, if anything did. */
    void throwFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    /** What came completely so far, in order. */
    List<SpooledFile> files() {
        return files;
    }

    /** The files, which from now on are the caller's to close. */
    List<SpooledFile> handOver() {
        var handed = List.copyOf(files);
        files.clear();
        return handed;
    }

    @Override
    public void close() {
        if (incoming != null) {
            incoming.close();
        }
        files.forEach(SpooledFile::close);
    }
}
