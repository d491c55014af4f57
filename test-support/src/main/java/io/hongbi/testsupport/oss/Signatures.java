package io.hongbi.testsupport.oss;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lets a request through when it carries one valid signature, of version 4 or 1. */
final class Signatures {

    /** The difference between clocks that OSS forgives. */
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final SignatureV4 v4;
    private final SignatureV1 v1;

    Signatures(OssAccount account, Clock clock) {
        v4 = new SignatureV4(account, clock);
        v1 = new SignatureV1(account, clock);
    }

    void verify(OssRequest request) throws OssRefusal {
        String authorization = request.header("authorization");
        boolean v4Url = request.parameter("x-oss-signature") != null;
        boolean v1Url = request.parameter("Signature") != null;
        if (authorization != null && (v4Url || v1Url)) {
            throw OssRefusal.invalidArgument("Signatures in both header and URL.");
        }
        if (v4Url) {
            v4.verifyUrl(request);
        } else if (v1Url) {
            v1.verifyUrl(request);
        } else if (authorization == null) {
            throw OssRefusal.accessDenied("Anonymous access is forbidden for this operation.");
        } else if (authorization.startsWith(SignatureV4.ALGORITHM + " ")) {
            v4.verifyHeader(request, authorization);
        } else if (authorization.startsWith("OSS ")) {
            v1.verifyHeader(request, authorization);
        } else {
            throw OssRefusal.invalidArgument("Unsupported authorization type.");
        }
    }

    static void requireNear(Instant stated, Instant now) throws OssRefusal {
        if (Duration.between(stated, now).abs().compareTo(SKEW) > 0) {
            throw OssRefusal.skewed();
        }
    }
}
