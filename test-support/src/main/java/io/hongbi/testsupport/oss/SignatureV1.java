package io.hongbi.testsupport.oss;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signature version 1 of OSS, <a
 * href="https://www.alibabacloud.com/help/en/oss/developer-reference/include-signatures-in-the-authorization-header">in
 * a header</a> and in a URL, where the expiry stands in for the date.
 */
final class SignatureV1 {

    /** Parameters that are part of what is signed, as far as calls on objects use them. */
    private static final Set<String> SIGNED =
            Set.of(
                    "acl",
                    "continuation-token",
                    "objectMeta",
                    "response-cache-control",
                    "response-content-disposition",
                    "response-content-encoding",
                    "response-content-language",
                    "response-content-type",
                    "response-expires",
                    "security-token",
                    "versionId",
                    "x-oss-process");

    private final OssAccount account;
    private final Clock clock;

    SignatureV1(OssAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    void verifyHeader(OssRequest request, String authorization) throws OssRefusal {
        String[] parts = authorization.substring("OSS ".length()).split(":", 2);
        requireKnown(parts[0]);
        String date = request.headers().getOrDefault("date", "");
        Signatures.requireNear(instant(date), clock.instant());
        compare(request, date, parts.length < 2 ? "" : parts[1]);
    }

    void verifyUrl(OssRequest request) throws OssRefusal {
        requireKnown(request.parameter("OSSAccessKeyId"));
        String expires = request.query().getOrDefault("Expires", "");
        if (!expires.matches("[0-9]{1,11}")) {
            throw OssRefusal.accessDenied("Invalid date (should be seconds since epoch).");
        }
        compare(request, expires, String.valueOf(request.parameter("Signature")));
        if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expires)))) {
            throw OssRefusal.accessDenied("Request has expired.");
        }
    }

    private void requireKnown(@Nullable String accessKeyId) throws OssRefusal {
        if (!account.accessKeyId().equals(accessKeyId)) {
            throw OssRefusal.unknownKey();
        }
    }

    private void compare(OssRequest request, String date, String given) throws OssRefusal {
        byte[] key = account.accessKeySecret().getBytes(UTF_8);
        byte[] signature = Hmac.sha1(key, signedText(request, date));
        if (!Hmac.equal(Base64.getEncoder().encodeToString(signature), given)) {
            throw OssRefusal.wrongSignature();
        }
    }

    private static String signedText(OssRequest request, String date) {
        String ossHeaders =
                request.headers().entrySet().stream()
                        .filter(header -> header.getKey().startsWith("x-oss-"))
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining());
        return String.join(
                        "\n",
                        request.method(),
                        request.headers().getOrDefault("content-md5", ""),
                        request.headers().getOrDefault("content-type", ""),
                        date,
                        ossHeaders)
                + resource(request);
    }

    private static String resource(OssRequest request) {
        String parameters =
                request.query().entrySet().stream()
                        .filter(parameter -> SIGNED.contains(parameter.getKey()))
                        .map(SignatureV1::text)
                        .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? request.path() : request.path() + "?" + parameters;
    }

    private static String text(Map.Entry<String, String> parameter) {
        return parameter.getValue().isEmpty()
                ? parameter.getKey()
                : parameter.getKey() + "=" + parameter.getValue();
    }

    private static Instant instant(String date) throws OssRefusal {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException _) {
            throw OssRefusal.accessDenied("OSS authentication requires a valid Date.");
        }
    }
}
