package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;

/** There is no such account for whoever asks: none at all, or another school's. */
public final class AccountNotFound extends RuntimeException {

    AccountNotFound(PersonId id) {
        super("There is no account " + id + " for whoever asks.");
    }
}
