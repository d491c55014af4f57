package io.hongbi.submission.intake;

import io.hongbi.common.id.SchoolId;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.intake.Admission.Place;
import io.hongbi.submission.intake.Admission.Retake;
import io.hongbi.submission.reading.SubmissionView;
import io.hongbi.submission.reading.SubmissionViews;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.worksheet.StoredLayouts;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes pages in: checks all of them, stores them, then writes rows and outbox in one transaction.
 * When this returns, they survive whatever dies.
 */
@Component
class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final PhotoCheck check;
    private final PhotoStorage storage;
    private final StoredLayouts layouts;
    private final Tenant tenant;
    private final SubmissionRows rows;
    private final SubmissionViews views;

    Intake(
            PhotoCheck check,
            PhotoStorage storage,
            StoredLayouts layouts,
            Tenant tenant,
            SubmissionRows rows,
            SubmissionViews views) {
        this.check = check;
        this.storage = storage;
        this.layouts = layouts;
        this.tenant = tenant;
        this.rows = rows;
        this.views = views;
    }

    /**
     * Makes a new submission of the upload.
     *
     * @param inTransaction is done with the view before the rows are committed
     * @throws Refused if a page cannot be taken
     */
    <T> T handIn(Place place, Upload upload, Function<SubmissionView, T> inTransaction) {
        return take(
                place.assignment(),
                upload,
                pages -> {
                    var id = rows.add(place, pages);
                    log.info("Submission {} accepted with {} pages", id, pages.size());
                    return inTransaction.apply(views.show(place.caller(), id));
                });
    }

    /**
     * Puts the uploaded page in the place of another one.
     *
     * @throws Refused if it cannot be taken
     */
    SubmissionView retake(Retake retake, Upload upload, @Nullable String ifMatch) {
        return take(
                retake.assignment(),
                upload,
                pages -> {
                    rows.replace(retake, pages.getFirst(), ifMatch);
                    return views.show(retake.caller(), retake.submission().id());
                });
    }

    private <T> T take(Assignment assignment, Upload upload, Function<List<StoredPage>, T> write) {
        var school = assignment.schoolId();
        try (var checked = check.check(upload)) {
            provideLayout(assignment);
            var pages = storage.store(school, checked.photos());
            try {
                return tenant.in(school, () -> write.apply(pages));
            } catch (RuntimeException e) {
                undo(school, pages);
                throw e;
            }
        }
    }

    /** The workers cannot read a sheet without. */
    private void provideLayout(Assignment assignment) {
        var sheet = assignment.worksheet();
        if (sheet != null) {
            layouts.provide(assignment.schoolId(), sheet.id(), sheet.revision());
        }
    }

    /** A commit may have succeeded although it failed to say so: then the objects are needed. */
    private void undo(SchoolId school, List<StoredPage> pages) {
        try {
            if (!tenant.in(school, () -> rows.exist(pages))) {
                storage.discard(pages);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} objects that may have no row are left to the reaper", pages.size());
        }
    }
}
