package io.hongbi.testsupport.oss;

/**
 * Who may use the emulated bucket, and where it lies.
 *
 * @param region as it stands in signatures of version 4
 */
public record OssAccount(String region, String bucket, String accessKeyId, String accessKeySecret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "OssAccount[region=%s, bucket=%s]".formatted(region, bucket);
    }
}
