package io.hongbi.gateway.route;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The requests that bring photos. */
public final class Uploads {

    private static final PathPattern HAND_IN =
            new PathPatternParser().parse("/api/v1/assignments/{id}/submissions");
    private static final PathPattern RETAKE =
            new PathPatternParser().parse("/api/v1/submissions/{id}/pages/{n}");

    private Uploads() {}

    /** Whether a request hands pages in, or one of them again. */
    public static boolean isUpload(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        var method = request.getMethod();
        return (HttpMethod.POST.equals(method) && HAND_IN.matches(path))
                || (HttpMethod.PUT.equals(method) && RETAKE.matches(path));
    }
}
