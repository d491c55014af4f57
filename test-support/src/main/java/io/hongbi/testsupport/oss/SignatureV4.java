package io.hongbi.testsupport.oss;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signature version 4 of OSS: <a
 * href="https://www.alibabacloud.com/help/en/oss/developer-reference/recommend-to-use-signature-version-4">in
 * a header</a> and <a
 * href="https://www.alibabacloud.com/help/en/oss/developer-reference/add-signatures-to-urls">in a
 * URL</a>. Written from the documents, not from the SDK.
 */
final class SignatureV4 {

    static final String ALGORITHM = "OSS4-HMAC-SHA256";

    private static final String PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final long LONGEST_SECONDS = 7 * 24 * 3600;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final OssAccount account;
    private final Clock clock;

    SignatureV4(OssAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    void verifyHeader(OssRequest request, String authorization) throws OssRefusal {
        Map<String, String> parts = partsOf(authorization.substring(ALGORITHM.length() + 1));
        String time = required(request.header("x-oss-date"), "x-oss-date");
        Signatures.requireNear(instant(time), clock.instant());
        if (!PAYLOAD.equals(request.header("x-oss-content-sha256"))) {
            throw OssRefusal.invalidArgument("x-oss-content-sha256 must be " + PAYLOAD);
        }
        String scope = scope(required(parts.get("Credential"), "Credential"), time);
        String canonical =
                canonical(request, names(parts.get("AdditionalHeaders")), "x-oss-signature");
        compare(canonical, time, scope, required(parts.get("Signature"), "Signature"));
    }

    void verifyUrl(OssRequest request) throws OssRefusal {
        if (!ALGORITHM.equals(request.parameter("x-oss-signature-version"))) {
            throw OssRefusal.invalidArgument("x-oss-signature-version must be " + ALGORITHM);
        }
        String time = required(request.parameter("x-oss-date"), "x-oss-date");
        String scope =
                scope(required(request.parameter("x-oss-credential"), "x-oss-credential"), time);
        var additional = names(request.parameter("x-oss-additional-headers"));
        String canonical = canonical(request, additional, "x-oss-signature");
        compare(canonical, time, scope, String.valueOf(request.parameter("x-oss-signature")));

        Instant from = instant(time);
        long seconds = seconds(request.parameter("x-oss-expires"));
        if (from.minusSeconds(15 * 60).isAfter(clock.instant())) {
            throw OssRefusal.accessDenied("Request is not valid yet.");
        }
        if (!clock.instant().isBefore(from.plusSeconds(seconds))) {
            throw OssRefusal.accessDenied("Request has expired.");
        }
    }

    private void compare(String canonical, String time, String scope, String given)
            throws OssRefusal {
        String hash = HexFormat.of().formatHex(Hmac.digest("SHA-256", canonical.getBytes(UTF_8)));
        byte[] key = ("aliyun_v4" + account.accessKeySecret()).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = Hmac.sha256(key, part);
        }
        String text = String.join("\n", ALGORITHM, time, scope, hash);
        if (!Hmac.equal(HexFormat.of().formatHex(Hmac.sha256(key, text)), given)) {
            throw OssRefusal.wrongSignature();
        }
    }

    /** What the key is derived from, once it is known to be this account's, place and day. */
    private String scope(String credential, String time) throws OssRefusal {
        int slash = credential.indexOf('/');
        if (slash < 0 || !credential.substring(0, slash).equals(account.accessKeyId())) {
            throw OssRefusal.unknownKey();
        }
        instant(time);
        String expected = time.substring(0, 8) + "/" + account.region() + "/oss/aliyun_v4_request";
        if (!credential.substring(slash + 1).equals(expected)) {
            throw OssRefusal.invalidArgument("Invalid signing date, region or product.");
        }
        return expected;
    }

    private static String canonical(OssRequest request, List<String> additional, String leftOut) {
        String query =
                request.query().entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals(leftOut))
                        .map(SignatureV4::encoded) // in the order of names already
                        .collect(Collectors.joining("&"));
        String headers =
                request.headers().entrySet().stream()
                        .filter(header -> isSigned(header.getKey(), additional))
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                OssRequest.encoded(request.path(), true),
                query,
                headers,
                String.join(";", additional),
                PAYLOAD);
    }

    private static String encoded(Map.Entry<String, String> parameter) {
        String name = OssRequest.encoded(parameter.getKey(), false);
        String value = OssRequest.encoded(parameter.getValue(), false);
        return value.isEmpty() ? name : name + "=" + value;
    }

    private static boolean isSigned(String header, List<String> additional) {
        return header.equals("content-type")
                || header.equals("content-md5")
                || header.startsWith("x-oss-")
                || additional.contains(header);
    }

    private static Map<String, String> partsOf(String authorization) {
        return Arrays.stream(authorization.split(",", -1))
                .map(part -> (part.strip() + "=").split("=", -1))
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (a, _) -> a));
    }

    private static List<String> names(@Nullable String joined) {
        return joined == null || joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(";", -1)).sorted().toList();
    }

    private static Instant instant(String time) throws OssRefusal {
        try {
            return LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            throw OssRefusal.invalidArgument("x-oss-date is no ISO 8601 time.");
        }
    }

    private static long seconds(@Nullable String text) throws OssRefusal {
        if (text != null && text.matches("[0-9]{1,7}")) {
            long seconds = Long.parseLong(text);
            if (seconds >= 1 && seconds <= LONGEST_SECONDS) {
                return seconds;
            }
        }
        throw OssRefusal.invalidArgument("x-oss-expires must be 1 to 604800.");
    }

    private static String required(@Nullable String value, String name) throws OssRefusal {
        if (value == null || value.isEmpty()) {
            throw OssRefusal.invalidArgument("Missing " + name);
        }
        return value;
    }
}
