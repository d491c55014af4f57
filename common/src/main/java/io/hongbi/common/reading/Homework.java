package io.hongbi.common.reading;

/** Whether the photo shows homework at all, and how sure the reader is of that answer. */
public record Homework(boolean value, Confidence confidence) {}
