package io.hongbi.submission.worksheet.proof;

import io.hongbi.common.layout.Proof;
import io.hongbi.platform.flow.Breaker;
import io.hongbi.platform.trace.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks grading-service, with the token of the teacher who wants to print. */
final class HttpProver implements Prover {

    private static final Logger LOG = LoggerFactory.getLogger(HttpProver.class);

    private final RestClient grading;
    private final JsonMapper json;
    private final Traces traces;
    private final Breaker breaker = new Breaker("proof", HttpProver::isFaultOfGrading);

    HttpProver(RestClient grading, JsonMapper json, Traces traces) {
        this.grading = grading;
        this.json = json;
        this.traces = traces;
    }

    @Override
    public Outcome prove(Proof.Request sheet) {
        try {
            var request = grading.post().uri(Proof.PATH).contentType(MediaType.APPLICATION_JSON);
            if (SecurityContextHolder.getContext().getAuthentication()
                    instanceof JwtAuthenticationToken caller) {
                request.headers(h -> h.setBearerAuth(caller.getToken().getTokenValue()));
            }
            traces.traceparent().ifPresent(parent -> request.header("traceparent", parent));
            request.body(json.writeValueAsBytes(sheet));
            var answer = breaker.ask(() -> request.retrieve().body(byte[].class));
            return answer == null
                    ? new Outcome.Unavailable()
                    : new Outcome.Proved(json.readValue(answer, Proof.class));
        } catch (RestClientException | JacksonException e) {
            requireNoFaultOfOurs(e);
            LOG.warn(
                    "Sheet {} could not be proved: {}",
                    sheet.layout().worksheetId(),
                    e.getClass().getSimpleName());
            return new Outcome.Unavailable();
        }
    }

    /** One that is busy with another sheet is well. */
    private static boolean isFaultOfGrading(RuntimeException e) {
        boolean busy = e instanceof HttpServerErrorException.ServiceUnavailable;
        return e instanceof ResourceAccessException
                || (e instanceof HttpServerErrorException && !busy);
    }

    /** Nobody mends by waiting what the prover refuses for good. */
    private static void requireNoFaultOfOurs(RuntimeException e) {
        if (e instanceof HttpClientErrorException refused
                && (refused.getStatusCode().equals(HttpStatus.BAD_REQUEST)
                        || refused.getStatusCode().equals(HttpStatus.CONTENT_TOO_LARGE))) {
            throw new IllegalStateException("A sheet of ours was refused by its prover", e);
        }
    }
}
