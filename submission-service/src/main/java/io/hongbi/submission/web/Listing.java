package io.hongbi.submission.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A part of a list as it goes over the wire.
 *
 * @param nextCursor where the list goes on; null at its end
 */
public record Listing<T>(List<T> items, @Nullable String nextCursor) {

    public Listing {
        items = List.copyOf(items);
    }

    /**
     * @param rows up to {@link Window#rowsToFetch()} of them
     * @param cursor the sort keys of a row
     */
    public static <R> Listing<R> of(Window window, List<R> rows, Function<R, Cursor> cursor) {
        if (rows.size() <= window.limit()) {
            return new Listing<>(rows, null);
        }
        var shown = rows.subList(0, window.limit());
        return new Listing<>(shown, cursor.apply(shown.getLast()).toString());
    }

    public <V> Listing<V> map(Function<T, V> view) {
        return new Listing<>(items.stream().map(view).toList(), nextCursor);
    }

    /** The answer to the current request, with a {@code Link} header where the list goes on. */
    public ResponseEntity<Listing<T>> toResponse() {
        var response = ResponseEntity.ok();
        if (nextCursor != null) {
            var next =
                    ServletUriComponentsBuilder.fromCurrentRequest()
                            .scheme(null)
                            .host(null)
                            .port(null)
                            .replaceQueryParam("cursor", nextCursor)
                            .build()
                            .toUriString();
            response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return response.body(this);
    }
}
