package io.hongbi.platform.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problems that no room has to explain: what a status means when nobody said more. */
public final class GeneralProblem {

    /** Seconds after which a caller who met a 503 may try again. */
    public static final String RETRY_AFTER_SECONDS = "2";

    private GeneralProblem() {}

    /** The code of the problem that a bare status stands for. */
    public static String codeOf(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case UNAUTHORIZED -> "unauthenticated";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case CONFLICT -> "conflict";
            case PRECONDITION_FAILED -> "stale";
            case CONTENT_TOO_LARGE -> "too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case TOO_MANY_REQUESTS -> "too-many-requests";
            case BAD_GATEWAY, SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT -> "unavailable";
            case null, default -> status.is4xxClientError() ? "malformed" : "internal";
        };
    }
}
