package io.hongbi.submission.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two requests have the same content.
 *
 * @param hex SHA-256
 */
public record RequestDigest(String hex) {

    /**
     * @param parts all that makes the request what it is, in order: method, path with query, then
     *     the SHA-256 of the body or of each of its parts
     */
    public static RequestDigest of(String... parts) {
        var sha256 = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(UTF_8);
            sha256.update((bytes.length + ":").getBytes(UTF_8)); // so that ab|c is not a|bc
            sha256.update(bytes);
        }
        return new RequestDigest(HexFormat.of().formatHex(sha256.digest()));
    }

    /** SHA-256 of a body, in hex. */
    static String ofBody(byte[] body) {
        return HexFormat.of().formatHex(sha256().digest(body));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
