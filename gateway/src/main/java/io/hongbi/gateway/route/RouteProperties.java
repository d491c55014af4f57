package io.hongbi.gateway.route;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the door lets through.
 *
 * @param maxUpload of a request that hands in pages: 20 pages of 20 MB and what frames them
 * @param maxRequest of any other request
 * @param responseTimeout between two reads of an answer, from when the request was sent whole: a
 *     slow sender has time, and live events beat every 15 s
 * @param trustedProxies matches the addresses of proxies in front of the door whose X-Forwarded
 *     headers count; by default nobody's do
 */
@ConfigurationProperties("hongbi.gateway")
record RouteProperties(
        @DefaultValue("402MB") DataSize maxUpload,
        @DefaultValue("5MB") DataSize maxRequest,
        @DefaultValue("60s") Duration responseTimeout,
        @DefaultValue("(?!)") Pattern trustedProxies) {

    RouteProperties {
        if (maxUpload.compareTo(maxRequest) < 0) {
            throw new IllegalArgumentException(
                    "hongbi.gateway.max-upload must not be below hongbi.gateway.max-request");
        }
    }
}
