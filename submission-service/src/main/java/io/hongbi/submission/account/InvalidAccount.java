package io.hongbi.submission.account;

/** A field of a new account has to be put right. */
public final class InvalidAccount extends RuntimeException {

    private final String field;
    private final String reason;

    /**
     * @param field its name in the request
     * @param reason key of the sentence that says what is wrong, after {@code person.}
     */
    InvalidAccount(String field, String reason) {
        super("To be put right: " + field + ", " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
