package io.hongbi.testsupport.oss;

/** An answer that is no success, with the status and the code that OSS documents for it. */
final class OssRefusal extends Exception {

    private final int status;
    private final String code;

    OssRefusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    static OssRefusal accessDenied(String message) {
        return new OssRefusal(403, "AccessDenied", message);
    }

    static OssRefusal invalidArgument(String message) {
        return new OssRefusal(400, "InvalidArgument", message);
    }

    static OssRefusal unknownKey() {
        return new OssRefusal(
                403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist.");
    }

    static OssRefusal wrongSignature() {
        return new OssRefusal(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided.");
    }

    static OssRefusal skewed() {
        return new OssRefusal(
                403,
                "RequestTimeTooSkewed",
                "The difference between the request time and the current time is too large.");
    }
}
