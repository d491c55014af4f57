package io.hongbi.submission.gradebook.statistics;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Figures of a class, for those who teach it. */
@RestController
@PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
@Tag(name = "Marks")
class StatisticsController {

    private final StatisticsDesk desk;

    StatisticsController(StatisticsDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/assignments/{id}/statistics")
    @Operation(
            summary = "What the class made of it",
            description =
                    "Of the latest attempts. Who is missing, how scores are distributed (shares of"
                            + " the maximum, ten bars), how much was done; of each item its"
                            + " `facility` (mean share of its points), its `discrimination`"
                            + " (item-rest correlation, Henrysson 1963: null below ten papers or"
                            + " where all did alike), shares of options, groups of equal answers,"
                            + " and `suspiciousKey` where at least 60 % of the strongest 27 % (five"
                            + " or more, by the other items) gave one answer that the key calls"
                            + " wrong. What makes no sense yet is null.")
    ResponseEntity<Statistics> show(Caller caller, @PathVariable AssignmentId id) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk.show(caller, id));
    }
}
