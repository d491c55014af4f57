package io.hongbi.submission.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.problem.Languages;
import io.hongbi.platform.security.TokenClaims;
import io.hongbi.platform.trace.TraceIdFilter;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.IdempotentRequests.Claim;
import io.hongbi.submission.web.IdempotentRequests.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes any POST of the API with an Idempotency-Key happen once; uploads do it themselves, because
 * their bodies are no thing to keep in memory. Request and answer share one transaction: an answer
 * is sent only when effect and answer are both durable. Only successful answers are kept: after a
 * refusal the same key may be used again.
 */
class IdempotencyFilter extends OncePerRequestFilter {

    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final IdempotentRequests requests;
    private final Tenant tenant;
    private final HandlerExceptionResolver problems;

    IdempotencyFilter(
            IdempotentRequests requests, Tenant tenant, HandlerExceptionResolver problems) {
        this.requests = requests;
        this.tenant = tenant;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getMethod().equals("POST")
                || request.getHeader(IdempotencyKey.HEADER) == null
                || !request.getRequestURI().startsWith("/api/")
                || (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var body = new CachedBody(request);
            switch (claim(token.getToken(), body)) {
                case Outcome.Answered(var answer) -> replay(answer, response);
                case Outcome.Claimed(var claim) -> once(claim, body, response, chain);
            }
        } catch (IdempotencyMismatch
                | InvalidIdempotencyKey
                | RequestInProgress
                | RequestTooLarge e) {
            refuse(request, response, e);
        } catch (TransactionException | DataAccessException e) {
            forget(response);
            refuse(request, response, e);
        }
    }

    /** Nothing was sent yet: what was answered stands only if it is durable. */
    private static void forget(HttpServletResponse response) {
        var traceId = response.getHeader(TraceIdFilter.HEADER);
        response.reset();
        if (traceId != null) {
            response.setHeader(TraceIdFilter.HEADER, traceId);
        }
    }

    private Outcome claim(Jwt token, CachedBody request) {
        var path = request.getRequestURI();
        var query = request.getQueryString();
        return requests.claim(
                SchoolId.of(Objects.requireNonNull(token.getClaimAsString(TokenClaims.SCHOOL))),
                PersonId.of(Objects.requireNonNull(token.getSubject())),
                new IdempotencyKey(
                        Objects.requireNonNull(request.getHeader(IdempotencyKey.HEADER))),
                RequestDigest.of("POST", path, query == null ? "" : query, request.digest()));
    }

    private void once(
            Claim claim,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        try {
            tenant.in(claim.school(), () -> answer(claim, request, buffered, chain));
        } catch (NotKept e) {
            requests.release(claim);
            e.rethrow();
        } catch (RuntimeException e) {
            requests.release(claim);
            throw e;
        }
        buffered.copyBodyToResponse();
    }

    private void answer(
            Claim claim,
            HttpServletRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException e) {
            throw new NotKept(e);
        }
        if (!HttpStatus.valueOf(response.getStatus()).is2xxSuccessful()) {
            throw new NotKept(null);
        }
        var headers = new LinkedHashMap<String, String>();
        KEPT_HEADERS.forEach(name -> {
            var value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        });
        var body = new String(response.getContentAsByteArray(), UTF_8);
        requests.finish(claim, new KeptAnswer(response.getStatus(), headers, body));
    }

    private static void replay(KeptAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(KeptAnswer.REPLAYED, "true");
        response.getOutputStream().write(answer.body().getBytes(UTF_8));
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, RuntimeException refusal) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(
                Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        try {
            if (problems.resolveException(request, response, null, refusal) == null) {
                throw refusal;
            }
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** Undoes the transaction of a request that was refused or failed. */
    private static final class NotKept extends RuntimeException {

        NotKept(@Nullable Exception failure) {
            super("The request was not done; nothing of it is kept.", failure, false, false);
        }

        void rethrow() throws ServletException, IOException {
            switch (getCause()) {
                case ServletException e -> throw e;
                case IOException e -> throw e;
                case null, default -> {}
            }
        }
    }
}
