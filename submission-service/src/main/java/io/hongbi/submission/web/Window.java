package io.hongbi.submission.web;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code ?limit=50&cursor=...}. A controller takes it as a
 * parameter, fetches {@link #rowsToFetch()} rows and answers {@link Listing#of}.
 *
 * @param limit how many items, 1 to 200
 * @param after null starts at the beginning
 */
public record Window(int limit, @Nullable Cursor after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public Window {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("A limit lies in [1, 200], was " + limit);
        }
    }

    /** One more than shown, which tells whether the list goes on. */
    public int rowsToFetch() {
        return limit + 1;
    }
}
