package io.hongbi.submission.account.provider;

/** There is no such provider or binding for whoever asks. */
public final class ProviderNotFound extends RuntimeException {

    ProviderNotFound() {
        super("There is no such provider or binding for whoever asks.");
    }
}
