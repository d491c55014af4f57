package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;

/**
 * A teacher decided anew whether equal forms of a right number count; told in the transaction that
 * changes it.
 */
public record FormsChanged(AssignmentId assignment) {}
