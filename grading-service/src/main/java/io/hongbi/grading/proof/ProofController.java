package io.hongbi.grading.proof;

import io.hongbi.common.layout.Proof;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proves sheets for submission-service; the gateway never routes here. One at a time, so that
 * photos are read meanwhile and one sheet at most is in memory: its body is not read before its
 * turn comes.
 */
@RestController
class ProofController {

    private static final Logger LOG = LoggerFactory.getLogger(ProofController.class);

    private final SheetProof proof;
    private final ProofProperties properties;
    private final JsonMapper json;
    private final Semaphore turn = new Semaphore(1, true);

    ProofController(SheetProof proof, ProofProperties properties, JsonMapper json) {
        this.proof = proof;
        this.properties = properties;
        this.json = json;
    }

    @PostMapping(path = Proof.PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    Proof prove(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > properties.maxRequest().toBytes()) {
            throw new SheetTooLarge();
        }
        awaitTurn();
        try {
            return onThreadOfItsOwn(sheet(request));
        } finally {
            turn.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProverBusy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProverBusy();
        }
    }

    private Proof.Request sheet(HttpServletRequest request) throws IOException {
        var body = new BoundedStream(request.getInputStream(), properties.maxRequest().toBytes());
        try {
            return json.readValue(body, SentSheet.class).checked();
        } catch (JacksonException e) {
            if (e.getCause() instanceof SheetTooLarge tooLarge) {
                throw tooLarge; // wrapped where it happened within a list
            }
            throw new HttpMessageNotReadableException(
                    "The sheet is no JSON that is understood",
                    e,
                    new ServletServerHttpRequest(request));
        }
    }

    /** On a thread of the system: a virtual one would keep others from a processor for seconds. */
    private Proof onThreadOfItsOwn(Proof.Request sheet) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> prove(sheet),
                            work -> Thread.ofPlatform().name("proof").start(work))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UnusableSheet unusable ? unusable : e;
        }
    }

    private Proof prove(Proof.Request sheet) {
        long start = System.nanoTime();
        var proved = proof.prove(sheet.layout(), sheet.pages());
        LOG.info(
                "Sheet {} revision {}: {} cells of {} pages proved in {} ms, {} differences",
                sheet.layout().worksheetId(),
                sheet.layout().revision(),
                proved.cells(),
                sheet.pages().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                proved.differences().size());
        return proved;
    }
}
