package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;

/**
 * A teacher decided anew whether equal forms of a right number count, or what notes are worth; told
 * in the transaction that changes it.
 */
public record MarkingChanged(AssignmentId assignment) {}
