package io.hongbi.submission.intake;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.tenant.Tenant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Hands in without photos: only the rows. */
public final class IntakeDoor {

    private final Tenant tenant;
    private final SubmissionRows rows;

    public IntakeDoor(ApplicationContext service) {
        this.tenant = service.getBean(Tenant.class);
        this.rows = service.getBean(SubmissionRows.class);
    }

    /** Ids of photos, of which no object exists. */
    public static List<PageId> photos(int count) {
        return Stream.generate(PageId::next).limit(count).toList();
    }

    public SubmissionId handIn(
            Caller caller, Assignment assignment, PersonId student, List<PageId> pages) {
        return tenant.in(
                caller.school(),
                () ->
                        rows.add(
                                new Admission.Place(caller, assignment, student),
                                pages.stream().map(page -> stored(caller, page)).toList()));
    }

    public void retake(
            Caller caller, Assignment assignment, Submission submission, int number, PageId page) {
        tenant.in(
                caller.school(),
                () ->
                        rows.replace(
                                new Admission.Retake(caller, assignment, submission, number),
                                stored(caller, page),
                                null));
    }

    private static StoredPage stored(Caller caller, PageId page) {
        return new StoredPage(
                page,
                new ObjectKey("schools/" + caller.school() + "/photos/" + page + ".jpg"),
                "0".repeat(64),
                1,
                3024,
                4032);
    }
}
