package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;

/** A teacher decided anew when marks are shown; told in the transaction that changes it. */
public record ReleaseChanged(AssignmentId assignment) {}
