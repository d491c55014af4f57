package io.hongbi.submission.review.queue;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.review.queue.LookAlikes.LookAlike;
import io.hongbi.submission.review.queue.ReviewQueue.Asked;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers that a teacher should look at. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
@Tag(name = "Marks")
class QueueController {

    private final ReviewQueue queue;
    private final LookAlikes lookAlikes;

    QueueController(ReviewQueue queue, LookAlikes lookAlikes) {
        this.queue = queue;
        this.lookAlikes = lookAlikes;
    }

    @GetMapping("/assignments/{id}/review-items")
    @Operation(
            summary = "Answers that wait for a teacher, where most is at stake first",
            description =
                    "Of the latest attempts. `atStake` is the points of the item times the doubt"
                            + " of the reading; what only a teacher can mark is all doubt."
                            + " `minutesLeft` is the work from this answer to the end of the queue,"
                            + " at the pace of your latest decisions (8 s each before there are"
                            + " five). `claimedUntil` says that another teacher has the answer.")
    ResponseEntity<Listing<Asked>> waiting(
            Caller caller, @PathVariable AssignmentId id, Window window) {
        return queue.list(caller, id, window).toResponse();
    }

    @GetMapping("/submissions/{id}/items/{itemId}/look-alikes")
    @Operation(
            summary = "Answers that may be misread in the same way",
            description =
                    "Once you have said that an answer reads otherwise than the machine saw: those"
                            + " of the class to the same item where it saw the same, no surer than"
                            + " there, and nobody has decided. The least sure first; none where the"
                            + " answer is not known to be misread.")
    Listing<LookAlike> lookAlikes(
            Caller caller, @PathVariable SubmissionId id, @PathVariable String itemId) {
        return new Listing<>(lookAlikes.of(caller, id, itemId), null);
    }
}
