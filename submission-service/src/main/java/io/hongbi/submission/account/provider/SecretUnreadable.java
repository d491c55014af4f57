package io.hongbi.submission.account.provider;

/** The secret was sealed under another key; set the key of then, or the secret anew. */
public final class SecretUnreadable extends RuntimeException {

    SecretUnreadable(Throwable cause) {
        super("A client secret was sealed under another key; set it anew.", cause);
    }
}
