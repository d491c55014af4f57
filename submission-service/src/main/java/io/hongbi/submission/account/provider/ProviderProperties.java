package io.hongbi.submission.account.provider;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator allows of schools' providers.
 *
 * @param secretsKey 32 bytes in base64, under which client secrets are kept; without it only
 *     clients without a secret can be registered
 * @param internalHosts hosts of providers that may lie at internal addresses, in lower case
 * @param loopback whether providers on this machine are asked, without TLS too: demo and tests
 * @param timeout of each request to a provider
 */
@ConfigurationProperties("hongbi.sign-in.providers")
record ProviderProperties(
        @Nullable String secretsKey,
        @DefaultValue List<String> internalHosts,
        @DefaultValue("false") boolean loopback,
        @DefaultValue("5s") Duration timeout) {

    private static final int KEY_BYTES = 32;

    ProviderProperties {
        internalHosts =
                internalHosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
        if (secretsKey != null && secretsKey.isBlank()) {
            secretsKey = null;
        }
        if (secretsKey != null && bytes(secretsKey).length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "hongbi.sign-in.providers.secrets-key has to be 32 bytes in base64");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("hongbi.sign-in.providers.timeout is not positive");
        }
    }

    /** Null where the operator gave none. */
    byte @Nullable [] key() {
        return secretsKey == null ? null : bytes(secretsKey);
    }

    @Override
    public String toString() { // no keys in logs
        return "ProviderProperties[" + internalHosts + ", " + loopback + ", " + timeout + "]";
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) { // its text is a part of the key: no cause
            return new byte[0];
        }
    }
}
