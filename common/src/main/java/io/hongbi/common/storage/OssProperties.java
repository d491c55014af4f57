package io.hongbi.common.storage;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the bucket is reached. The defaults of the SDK wait without end for a free connection and 50
 * seconds for everything else; these give up while the caller still cares.
 *
 * @param endpoint where the service itself calls, the internal one inside the cloud
 * @param publicEndpoint where signed addresses point, a domain of one's own bound to the bucket
 *     (OSS makes browsers download from its default domains); the endpoint where missing
 * @param region as OSS names it, {@code cn-hangzhou}; part of signature V4
 * @param connectTimeout until a connection stands
 * @param readTimeout between two packets of an answer
 * @param leaseTimeout until one of the connections is free
 * @param retries how often a call that failed on the way is sent again
 */
record OssProperties(
        URI endpoint,
        @Nullable URI publicEndpoint,
        String region,
        String bucket,
        String accessKeyId,
        String accessKeySecret,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("2s") Duration leaseTimeout,
        @DefaultValue("256") int maxConnections,
        @DefaultValue("2") int retries) {

    OssProperties {
        Refusals.requirePresent("oss.endpoint", endpoint);
        Refusals.requirePresent("oss.region", region);
        Refusals.requirePresent("oss.bucket", bucket);
        Refusals.requirePresent("oss.access-key-id", accessKeyId);
        Refusals.requirePresent("oss.access-key-secret", accessKeySecret);
        Refusals.require(endpoint.getHost() != null, "oss.endpoint", "must be an http(s) address");
        Refusals.require(
                publicEndpoint == null || publicEndpoint.getHost() != null,
                "oss.public-endpoint",
                "must be an http(s) address");
        requireTimeout("oss.connect-timeout", connectTimeout);
        requireTimeout("oss.read-timeout", readTimeout);
        requireTimeout("oss.lease-timeout", leaseTimeout);
        Refusals.require(maxConnections >= 1, "oss.max-connections", "must be at least 1");
        Refusals.require(retries >= 0 && retries <= 10, "oss.retries", "must be 0 to 10");
    }

    private static void requireTimeout(String property, Duration timeout) {
        Refusals.require(
                timeout.isPositive() && timeout.compareTo(Duration.ofHours(1)) <= 0,
                property,
                "must be over 0 and at most an hour");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OssProperties[endpoint=%s, publicEndpoint=%s, region=%s, bucket=%s]"
                .formatted(endpoint, publicEndpoint, region, bucket);
    }
}
