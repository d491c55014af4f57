package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;

/** A teacher decided anew what notes are worth; told in the transaction that changes it. */
public record CompletionMarksChanged(AssignmentId assignment) {}
