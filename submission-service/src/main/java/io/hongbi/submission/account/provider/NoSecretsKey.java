package io.hongbi.submission.account.provider;

/** Client secrets cannot be kept: set hongbi.sign-in.providers.secrets-key (HONGBI_SECRETS_KEY). */
public final class NoSecretsKey extends RuntimeException {

    NoSecretsKey() {
        super(
                "Client secrets cannot be kept: set hongbi.sign-in.providers.secrets-key"
                        + " (HONGBI_SECRETS_KEY).");
    }
}
