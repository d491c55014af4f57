package io.hongbi.submission.school;

import org.jspecify.annotations.Nullable;

/** The file is no CSV in UTF-8 or GBK; save it as such and send it again. */
public final class UnreadableRoster extends RuntimeException {

    private final long line;

    /**
     * @param line near which it could not be read, from 1
     */
    UnreadableRoster(long line, @Nullable Throwable cause) {
        super("The file is no CSV in UTF-8 or GBK near line " + line + ".", cause);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
