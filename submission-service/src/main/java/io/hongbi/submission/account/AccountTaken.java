package io.hongbi.submission.account;

/** Somebody has that student number or sign-in name; choose another. */
public final class AccountTaken extends RuntimeException {

    AccountTaken() {
        super("Somebody has that student number or sign-in name; choose another.");
    }
}
