package io.hongbi.submission.assignment;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.WorksheetId;
import org.jspecify.annotations.Nullable;

/**
 * What an assignment is about; it never changes.
 *
 * @param worksheet counts for the kind worksheet only, and is needed there
 */
record Subject(AssignmentKind kind, @Nullable WorksheetId worksheet) {}
