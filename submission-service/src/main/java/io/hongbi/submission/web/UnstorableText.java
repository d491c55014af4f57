package io.hongbi.submission.web;

/** A parameter holds U+0000, which no text can that PostgreSQL keeps. */
public final class UnstorableText extends RuntimeException {

    private final String parameter;

    UnstorableText(String parameter) {
        super("A parameter holds U+0000; send it without.");
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }
}
