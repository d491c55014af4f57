package io.hongbi.submission.worksheet.proof;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where sheets are proved.
 *
 * @param uri of any grading-service
 * @param connectTimeout until it answers the phone
 * @param timeout of a whole proof
 */
@ConfigurationProperties("hongbi.proof")
record ProverProperties(
        @DefaultValue("http://127.0.0.1:8082") URI uri,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("60s") Duration timeout) {

    ProverProperties {
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("hongbi.proof.uri must name a host");
        }
        if (connectTimeout.isNegative()
                || connectTimeout.isZero()
                || timeout.compareTo(connectTimeout) < 0) {
            throw new IllegalArgumentException(
                    "hongbi.proof.timeout must be longer than connect-timeout, and both than 0");
        }
    }
}
