package io.hongbi.submission.histories;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignments;
import io.hongbi.submission.gradebook.GradebookDoor;
import io.hongbi.submission.intake.IntakeDoor;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.reading.ReadingDoor;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionView;
import io.hongbi.submission.reading.SubmissionViews;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.review.ReviewDoor;
import io.hongbi.submission.tenant.Tenant;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The service under test, entered behind HTTP and Kafka, for one school. */
final class Service {

    private final TestSchool school;
    private final AssignmentId template;
    private final Caller teacher;
    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Assignments assignments;
    private final SubmissionAccess access;
    private final SubmissionViews views;
    private final WorksheetMarks marks;
    private final IntakeDoor intake;
    private final ReadingDoor readings;
    private final ReviewDoor review;
    private final GradebookDoor gradebook;

    /**
     * @param template an assignment of the worksheet, which each history gets a copy of
     */
    Service(ApplicationContext beans, TestSchool school, AssignmentId template) {
        this.school = school;
        this.template = template;
        this.teacher = new Caller(school.teacher(), school.id(), Set.of(Role.TEACHER));
        this.tenant = beans.getBean(Tenant.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.transactions =
                new TransactionTemplate(beans.getBean(PlatformTransactionManager.class));
        this.assignments = beans.getBean(Assignments.class);
        this.access = beans.getBean(SubmissionAccess.class);
        this.views = beans.getBean(SubmissionViews.class);
        this.marks = beans.getBean(WorksheetMarks.class);
        this.intake = new IntakeDoor(beans);
        this.readings = new ReadingDoor(beans);
        this.review = new ReviewDoor(beans);
        this.gradebook = new GradebookDoor(beans);
    }

    /** Nothing of a history stays behind. */
    void rolledBack(Runnable history) {
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            history.run();
        });
    }

    AssignmentId newAssignment() {
        var id = AssignmentId.next();
        tenant.in(
                school.id(),
                () -> {
                    copy(
                            """
                            insert into assignments (id, school_id, class_id, title, kind, opens_at,
                                release, show_answers, created_by, worksheet_id, worksheet_revision)
                            select ?, school_id, class_id, title, kind, opens_at, 'manual',
                                'with-marks', created_by, worksheet_id, worksheet_revision
                            from assignments where id = ?
                            """,
                            id);
                    copy(
                            """
                            insert into assignment_keys
                                (assignment_id, version, school_id, keys, created_by)
                            select ?, version, school_id, keys, created_by
                            from assignment_keys where assignment_id = ?
                            """,
                            id);
                });
        return id;
    }

    private void copy(String statement, AssignmentId id) {
        jdbc.sql(statement).params(id.value(), template.value()).update();
    }

    private PersonId student(int number) {
        return number == 0 ? school.student() : school.student2();
    }

    private Caller student(PersonId id) {
        return new Caller(id, school.id(), Set.of(Role.STUDENT));
    }

    private Assignment assignment(AssignmentId id) {
        return assignments.find(id).orElseThrow();
    }

    SubmissionId handIn(AssignmentId id, int number, List<PageId> pages) {
        return tenant.in(
                school.id(), () -> intake.handIn(teacher, assignment(id), student(number), pages));
    }

    void retake(AssignmentId id, SubmissionId submission, int number, PageId page) {
        tenant.in(
                school.id(),
                () ->
                        intake.retake(
                                teacher,
                                assignment(id),
                                access.requireTaught(teacher, submission),
                                number,
                                page));
    }

    PageRead event(
            SubmissionId submission,
            PageId page,
            String version,
            boolean legible,
            SheetIdentity sheet,
            List<Item> items) {
        return ReadingDoor.event(school.id(), submission, page, version, legible, sheet, items);
    }

    void deliver(PageRead event) {
        readings.deliver(event);
    }

    void giveUp(SubmissionId submission, PageId page) {
        readings.giveUp(school.id(), submission, page);
    }

    UUID sayWhose(SubmissionId id, int photo, boolean belongs) {
        return review.sayWhose(teacher, id, photo, belongs);
    }

    UUID decide(
            SubmissionId id,
            String itemId,
            @Nullable BigDecimal mark,
            @Nullable String response,
            boolean group) {
        return review.override(teacher, id, itemId, mark, response, group);
    }

    UUID change(AssignmentId id, JsonNode keys) {
        return review.change(teacher, id, keys);
    }

    Optional<UUID> show(AssignmentId id, boolean visible) {
        return gradebook.release(teacher, id, visible);
    }

    UUID undo(UUID action) {
        return review.undo(teacher, action);
    }

    /** Null where it is refused, as it has to be. */
    <T> @Nullable T attempt(boolean refused, Supplier<T> deed) {
        if (!refused) {
            return deed.get();
        }
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(deed::get)
                .satisfies(e -> assertRefusal(e));
        return null;
    }

    private static void assertRefusal(RuntimeException e) {
        if (!e.getClass().getPackageName().startsWith("io.hongbi.submission")) {
            throw new AssertionError("Not refused but broken", e);
        }
    }

    Map<SubmissionId, Marks> marks(AssignmentId id, Collection<SubmissionId> ids) {
        return tenant.in(school.id(), () -> marks.of(assignment(id), ids));
    }

    Map<SubmissionId, List<@Nullable BigDecimal>> matrix(AssignmentId id) {
        return gradebook.matrix(teacher, id);
    }

    /** As the database keeps them. */
    Map<SubmissionId, String> states(AssignmentId id) {
        Map<SubmissionId, String> states = new HashMap<>();
        tenant.in(
                school.id(),
                () ->
                        jdbc.sql("select id, state from submissions where assignment_id = ?")
                                .param(id.value())
                                .query(row -> {
                                    states.put(
                                            new SubmissionId(row.getObject(1, UUID.class)),
                                            row.getString(2));
                                }));
        return states;
    }

    SubmissionView seenByStudent(SubmissionId id, int number) {
        return tenant.in(school.id(), () -> views.show(student(student(number)), id));
    }
}
