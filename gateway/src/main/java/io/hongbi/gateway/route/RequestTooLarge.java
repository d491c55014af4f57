package io.hongbi.gateway.route;

import org.springframework.util.unit.DataSize;

/** The request has more bytes than its route takes; a smaller one may pass. */
public final class RequestTooLarge extends RuntimeException {

    private final DataSize limit;

    RequestTooLarge(DataSize limit) {
        super("The request has more than " + limit.toBytes() + " bytes.");
        this.limit = limit;
    }

    /** What the route takes. */
    public DataSize limit() {
        return limit;
    }
}
