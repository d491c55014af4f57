package io.hongbi.submission.ops;

/** No page has that id, and no submission that receipt code. */
final class NoSuchPages extends RuntimeException {}
