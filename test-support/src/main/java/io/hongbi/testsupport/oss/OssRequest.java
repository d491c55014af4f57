package io.hongbi.testsupport.oss;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as signatures see it.
 *
 * @param path decoded, {@code /bucket/key}
 * @param query decoded; empty text for a parameter without a value
 * @param headers by lower-case name
 */
record OssRequest(
        String method,
        String path,
        SortedMap<String, String> query,
        SortedMap<String, String> headers) {

    OssRequest {
        query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
    }

    static OssRequest of(HttpServletRequest request) {
        var headers = new TreeMap<String, String>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name).strip());
        }
        return new OssRequest(
                request.getMethod(),
                decoded(request.getRequestURI()),
                parameters(request.getQueryString()),
                headers);
    }

    String bucket() {
        return path.split("/", 3)[1];
    }

    /** Empty where the request is about the bucket. */
    String key() {
        String[] parts = path.split("/", 3);
        return parts.length < 3 ? "" : parts[2];
    }

    @Nullable String header(String name) {
        return headers.get(name);
    }

    @Nullable String parameter(String name) {
        return query.get(name);
    }

    /** Percent-encoded as RFC 3986 says; slashes stay where they part a path. */
    static String encoded(String text, boolean path) {
        String encoded =
                URLEncoder.encode(text, UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~");
        return path ? encoded.replace("%2F", "/") : encoded;
    }

    private static SortedMap<String, String> parameters(@Nullable String query) {
        var parameters = new TreeMap<String, String>();
        if (query != null && !query.isEmpty()) {
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                String name = equals < 0 ? parameter : parameter.substring(0, equals);
                String value = equals < 0 ? "" : parameter.substring(equals + 1);
                parameters.put(decoded(name), decoded(value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }
}
