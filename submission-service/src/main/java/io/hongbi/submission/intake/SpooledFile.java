package io.hongbi.submission.intake;

import java.nio.file.Path;

/**
 * A file in the spool; closing deletes it and gives its bytes back to the budget.
 *
 * @param sha256 of the bytes as received, in hexadecimal
 */
record SpooledFile(Spool spool, Path path, long bytes, String sha256) implements AutoCloseable {

    @Override
    public void close() {
        spool.release(this);
    }
}
