package io.hongbi.submission.intake;

import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.SignedUrls;
import io.hongbi.common.storage.StoredObject;
import io.hongbi.common.storage.Verification;
import io.hongbi.platform.problem.Problems;
import io.hongbi.submission.reading.SubmissionNotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the folder store's objects to whoever holds a signed address; needs no token. */
@RestController
class ObjectController {

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final ObjectProvider<SignedUrls> urls;
    private final ObjectStore store;
    private final Problems problems;

    ObjectController(ObjectProvider<SignedUrls> urls, ObjectStore store, Problems problems) {
        this.urls = urls;
        this.store = store;
        this.problems = problems;
    }

    @GetMapping("/api/v1/objects/{*path}")
    @Nullable ResponseEntity<ProblemDetail> get(
            @PathVariable String path,
            @RequestParam(required = false) @Nullable String expires,
            @RequestParam(required = false) @Nullable String signature,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String seen,
            HttpServletResponse response)
            throws IOException {
        var signer = urls.getIfAvailable();
        if (signer == null) { // another store serves and verifies its own addresses
            throw new SubmissionNotFound();
        }
        return switch (signer.verify(path.isEmpty() ? "" : path.substring(1), expires, signature)) {
            case Verification.Granted(var key, _) -> {
                send(key, range, seen, response);
                yield null;
            }
            case Verification.Expired _ -> refused("link-expired");
            case Verification.Forged _ -> refused("forbidden");
        };
    }

    private ResponseEntity<ProblemDetail> refused(String code) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body(problems.of(HttpStatus.FORBIDDEN, code));
    }

    private void send(
            ObjectKey key,
            @Nullable String range,
            @Nullable String seen,
            HttpServletResponse response)
            throws IOException {
        var object = store.head(key).orElseThrow(SubmissionNotFound::new);
        var tag = "\"" + Integer.toHexString(key.hashCode()) + "-" + object.bytes() + "\"";
        describe(key, tag, response);
        if (tag.equals(seen)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else if (range == null) {
            sendWhole(object, response);
        } else {
            sendPart(object, range, response);
        }
    }

    /** Objects never change: within its time an address always gives the same bytes. */
    private static void describe(ObjectKey key, String tag, HttpServletResponse response) {
        var type =
                MediaTypeFactory.getMediaType(key.value())
                        .orElse(MediaType.APPLICATION_OCTET_STREAM);
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(CACHED).cachePrivate().getHeaderValue());
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'");
    }

    private void sendWhole(StoredObject object, HttpServletResponse response) throws IOException {
        response.setContentLengthLong(object.bytes());
        try (var content = store.open(object.key())) {
            content.transferTo(response.getOutputStream());
        }
    }

    /** One part as asked for; several at once are not worth it, the whole is allowed instead. */
    private void sendPart(StoredObject object, String range, HttpServletResponse response)
            throws IOException {
        List<HttpRange> ranges;
        try {
            ranges = HttpRange.parseRanges(range);
        } catch (IllegalArgumentException e) { // RFC 9110: a range of bad form is ignored
            ranges = List.of();
        }
        if (ranges.size() != 1) {
            sendWhole(object, response);
            return;
        }
        long bytes = object.bytes();
        long from = ranges.getFirst().getRangeStart(bytes);
        long to = ranges.getFirst().getRangeEnd(bytes);
        if (from >= bytes || to < from) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes);
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + bytes);
        response.setContentLengthLong(to - from + 1);
        try (var content = store.open(object.key(), from, to - from + 1)) {
            content.transferTo(response.getOutputStream());
        }
    }
}
