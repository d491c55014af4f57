package io.hongbi.common.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies addresses of objects in the folder store, as {@code
 * <prefix>/<key>?expires=<epoch seconds>&signature=<base64url>}, where the signature is the
 * HMAC-SHA256 of key and expiry. Whoever serves the prefix asks {@link #verify} before it sends a
 * byte. Safe for use by many threads.
 */
public final class SignedUrls {

    /** The fewest bytes of a secret, those of the hash (RFC 2104, section 3). */
    public static final int SECRET_BYTES = 32;

    /** The longest validity, that of OSS signature V4, so that both stores refuse alike. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{1,11}");

    private final String prefix;
    private final SecretKeySpec secret;
    private final Clock clock;

    /**
     * @param prefix the address below which the objects are served, with or without a slash at its
     *     end
     * @throws IllegalArgumentException if the secret is shorter than {@link #SECRET_BYTES}
     */
    public SignedUrls(URI prefix, byte[] secret, Clock clock) {
        if (secret.length < SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "A signing secret has at least " + SECRET_BYTES + " bytes");
        }
        String text = prefix.toString();
        this.prefix = text.endsWith("/") ? text : text + "/";
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
        this.clock = clock;
    }

    /** With a secret that lives as long as the process: for tests and the command line. */
    public static SignedUrls withFreshSecret(URI prefix) {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new SignedUrls(prefix, secret, Clock.systemUTC());
    }

    /**
     * An address that {@link #verify} grants until the time is up.
     *
     * @param validity over 0, at most {@link #LONGEST}; counted in whole seconds, at least 1
     */
    public URI sign(ObjectKey key, Duration validity) {
        requireUsable(validity);
        long seconds = Math.max(1, validity.toSeconds());
        String expires = Long.toString(clock.instant().getEpochSecond() + seconds);
        return URI.create(
                prefix + key + "?expires=" + expires + "&signature=" + signature(key, expires));
    }

    /**
     * Says whether an address was signed here and is still valid. Takes the parts as they came in;
     * the time it takes tells nothing about the signature expected.
     */
    public Verification verify(String key, @Nullable String expires, @Nullable String signature) {
        if (!ObjectKey.isValid(key)
                || expires == null
                || signature == null
                || !EPOCH_SECONDS.matcher(expires).matches()) {
            return new Verification.Forged();
        }
        var object = new ObjectKey(key);
        byte[] expected = signature(object, expires).getBytes(UTF_8);
        if (!MessageDigest.isEqual(expected, signature.getBytes(UTF_8))) {
            return new Verification.Forged();
        }
        var until = Instant.ofEpochSecond(Long.parseLong(expires));
        return clock.instant().isBefore(until)
                ? new Verification.Granted(object, until)
                : new Verification.Expired(object, until);
    }

    static void requireUsable(Duration validity) {
        if (!validity.isPositive() || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "A signed address is valid for up to 7 days, was asked for " + validity);
        }
    }

    private String signature(ObjectKey key, String expires) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            byte[] signed = mac.doFinal((key + "\n" + expires).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
