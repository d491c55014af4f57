package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;
import java.util.Optional;

/** The assignments of the school whose transaction runs. */
public interface Assignments {

    /** Empty where there is none, where it is another school's, and once it is deleted. */
    Optional<Assignment> find(AssignmentId id);
}
