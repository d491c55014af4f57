package io.hongbi.submission.gradebook;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Release and matrix, without HTTP. */
public final class GradebookDoor {

    private final ReleaseDesk releases;
    private final MatrixDesk matrix;

    public GradebookDoor(ApplicationContext service) {
        this.releases = service.getBean(ReleaseDesk.class);
        this.matrix = service.getBean(MatrixDesk.class);
    }

    /** Empty where it was so before. */
    public Optional<UUID> release(Caller caller, AssignmentId id, boolean visible) {
        var released = visible ? releases.release(caller, id) : releases.takeBack(caller, id);
        return Optional.ofNullable(released.actionId());
    }

    /** Of those who handed in, the marks of the submission that counts. */
    public Map<SubmissionId, List<@Nullable BigDecimal>> matrix(Caller caller, AssignmentId id) {
        Map<SubmissionId, List<@Nullable BigDecimal>> marks = new HashMap<>();
        for (var row : matrix.show(caller, id, null).students()) {
            if (row.submissionId() != null) {
                marks.put(row.submissionId(), row.marks());
            }
        }
        return marks;
    }
}
