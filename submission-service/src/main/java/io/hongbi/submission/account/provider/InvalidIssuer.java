package io.hongbi.submission.account.provider;

/** An issuer is an https address without query or fragment, and none of an internal network. */
public final class InvalidIssuer extends RuntimeException {

    InvalidIssuer() {
        super("An issuer is a public https address without query and fragment.");
    }
}
