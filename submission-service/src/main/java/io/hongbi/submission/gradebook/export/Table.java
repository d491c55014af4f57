package io.hongbi.submission.gradebook.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row and kept nowhere. Closing it writes its end. */
interface Table extends AutoCloseable {

    /** Names of the columns; once, before any row. */
    void header(List<String> names) throws IOException;

    /**
     * @param cells texts, which are made safe, and {@link java.math.BigDecimal}s; null is empty
     */
    void row(List<@Nullable Object> cells) throws IOException;

    @Override
    void close() throws IOException;
}
