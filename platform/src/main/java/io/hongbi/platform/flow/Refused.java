package io.hongbi.platform.flow;

import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import com.alibaba.csp.sentinel.slots.block.flow.FlowException;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowException;
import com.alibaba.csp.sentinel.slots.system.SystemBlockException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A rule did not let a request pass; the answer says after how many seconds another may. */
public final class Refused extends ErrorResponseException {

    /** Budgets are by the second: the next one has its own. */
    private static final int NEXT_SECOND = 1;

    private final String by;

    private Refused(HttpStatus status, String by, int seconds, BlockException cause) {
        super(status, cause);
        this.by = by;
        getHeaders().set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }

    /** What a request is told that Sentinel does not let pass. */
    public static Refused of(BlockException block) {
        return switch (block) {
            case ParamFlowException e ->
                    new Refused(
                            HttpStatus.TOO_MANY_REQUESTS,
                            Parameters.named(e.getRule().getParamIdx()),
                            (int) e.getRule().getDurationInSec(),
                            e);
            case FlowException e ->
                    new Refused(HttpStatus.TOO_MANY_REQUESTS, "route", NEXT_SECOND, e);
            case DegradeException e ->
                    new Refused(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "breaker",
                            e.getRule().getTimeWindow(),
                            e);
            case SystemBlockException e ->
                    new Refused(HttpStatus.SERVICE_UNAVAILABLE, "system", NEXT_SECOND, e);
            default -> new Refused(HttpStatus.SERVICE_UNAVAILABLE, "other", NEXT_SECOND, block);
        };
    }

    /** Whose limit it was: route, school, person, address, breaker, system or other. */
    public String by() {
        return by;
    }
}
