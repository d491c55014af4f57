package io.hongbi.submission.assignment;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.InvalidAssignment.Fault;
import io.hongbi.submission.assignment.InvalidAssignment.Reason;
import io.hongbi.submission.school.ClassNotFound;
import io.hongbi.submission.school.Classes;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.StaleVersion;
import io.hongbi.submission.web.Window;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sets, shows, changes and takes back assignments, for whoever may. */
@Component
class AssignmentDesk {

    private final Tenant tenant;
    private final Classes classes;
    private final JdbcAssignments assignments;
    private final AssignedSheets sheets;
    private final ApplicationEventPublisher events;

    AssignmentDesk(
            Tenant tenant,
            Classes classes,
            JdbcAssignments assignments,
            AssignedSheets sheets,
            ApplicationEventPublisher events) {
        this.tenant = tenant;
        this.classes = classes;
        this.assignments = assignments;
        this.sheets = sheets;
        this.events = events;
    }

    /**
     * @throws ClassNotFound if the caller does not lead that class
     * @throws InvalidAssignment if it needs a worksheet and the school has none such
     */
    Assignment set(Caller caller, SchoolClassId schoolClass, Subject subject, Terms terms) {
        return tenant.in(
                caller.school(),
                () -> {
                    if (!classes.isLedBy(caller, schoolClass)) {
                        throw new ClassNotFound(schoolClass);
                    }
                    requireRuleOfNotes(subject.kind(), terms);
                    var sheet = sheets.of(subject);
                    var assignment =
                            assignments.add(caller, schoolClass, subject.kind(), sheet, terms);
                    if (sheet != null) {
                        sheets.keepKeys(caller, assignment.id(), sheet.keys());
                    }
                    return assignment;
                });
    }

    /**
     * @throws ClassNotFound if the caller does not belong to that class
     */
    List<Assignment> list(Caller caller, SchoolClassId schoolClass, Window window) {
        return tenant.in(
                caller.school(),
                () -> {
                    if (!classes.isVisibleTo(caller, schoolClass)) {
                        throw new ClassNotFound(schoolClass);
                    }
                    return assignments.list(schoolClass, window.after(), window.rowsToFetch());
                });
    }

    /**
     * @throws AssignmentNotFound if the caller does not belong to its class
     */
    Assignment show(Caller caller, AssignmentId id) {
        return tenant.in(
                caller.school(),
                () ->
                        assignments
                                .find(id)
                                .filter(a -> classes.isVisibleTo(caller, a.classId()))
                                .orElseThrow(() -> new AssignmentNotFound(id)));
    }

    /**
     * @param change what the terms become
     * @throws AssignmentNotFound if the caller does not lead its class
     * @throws StaleVersion if the caller has seen another version
     */
    Assignment change(
            Caller caller,
            AssignmentId id,
            @Nullable String ifMatch,
            Function<Assignment, Terms> change) {
        return tenant.in(
                caller.school(),
                () -> {
                    var found = led(caller, id);
                    ETags.check(ifMatch, found.version());
                    var terms = change.apply(found);
                    requireRuleOfNotes(found.kind(), terms);
                    var changed =
                            assignments
                                    .change(id, found.version(), terms)
                                    .orElseThrow(StaleVersion::new);
                    if (changed.release() != found.release()) {
                        events.publishEvent(new ReleaseChanged(id));
                    }
                    if (changed.equalForms() != found.equalForms()
                            || !Objects.equals(
                                    changed.completionMarks(), found.completionMarks())) {
                        events.publishEvent(new MarkingChanged(id));
                    }
                    return changed;
                });
    }

    /**
     * @throws AssignmentNotFound if the caller does not lead its class
     * @throws StaleVersion if the caller has seen another version
     * @throws AssignmentInUse if pages were handed in for it
     */
    void delete(Caller caller, AssignmentId id, @Nullable String ifMatch) {
        tenant.in(
                caller.school(),
                () -> {
                    var found = led(caller, id);
                    ETags.check(ifMatch, found.version());
                    if (assignments.isInUse(id)) {
                        throw new AssignmentInUse(id);
                    }
                    if (!assignments.delete(id, found.version())) {
                        throw new StaleVersion();
                    }
                });
    }

    private static void requireRuleOfNotes(AssignmentKind kind, Terms terms) {
        if (kind != AssignmentKind.NOTES && terms.completionMarks() != null) {
            throw new InvalidAssignment(List.of(new Fault("completionMarks", Reason.NOTES_ONLY)));
        }
    }

    private Assignment led(Caller caller, AssignmentId id) {
        return assignments
                .find(id)
                .filter(a -> classes.isLedBy(caller, a.classId()))
                .orElseThrow(() -> new AssignmentNotFound(id));
    }
}
