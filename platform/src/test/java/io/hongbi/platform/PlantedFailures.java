package io.hongbi.platform;

import io.hongbi.platform.problem.Problems;
import io.hongbi.platform.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** A controller that fails in every way there is. */
@RestController
class PlantedFailures {

    record Request(@Valid Part part) {}

    record Part(@NotBlank String name) {}

    static final class RoomFact extends RuntimeException {}

    @GetMapping("/caller")
    Map<String, String> caller(Caller caller) {
        return Map.of("id", caller.id().toString(), "roles", caller.roles().toString());
    }

    @PostMapping(path = "/teachers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasRole('TEACHER')")
    Request teachers(@Valid @RequestBody Request request) {
        return request;
    }

    @GetMapping("/things/{id}")
    String thing(@PathVariable UUID id) {
        return id.toString();
    }

    @GetMapping("/list")
    int list(@RequestParam @Max(100) int limit) {
        return limit;
    }

    @GetMapping(path = "/photo", produces = MediaType.IMAGE_JPEG_VALUE)
    byte[] photo() {
        throw new IllegalStateException("secret of the inside");
    }

    @GetMapping("/large")
    void large() {
        throw new MaxUploadSizeExceededException(1);
    }

    @GetMapping("/fact")
    void fact() {
        throw new RoomFact();
    }

    @GetMapping("/database")
    void database() {
        throw new TransientDataAccessResourceException("secret of the inside");
    }

    @GetMapping("/container")
    void container(HttpServletResponse response) throws IOException {
        response.sendError(409);
    }

    @RestControllerAdvice
    static class Advice {

        private final Problems problems;

        Advice(Problems problems) {
            this.problems = problems;
        }

        @ExceptionHandler(RoomFact.class)
        @ResponseStatus(HttpStatus.CONFLICT)
        ProblemDetail fact() {
            return problems.of(HttpStatus.CONFLICT, "in-progress");
        }
    }
}
