package io.hongbi.grading.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How sheets are proved.
 *
 * @param patience how long a sheet waits for its turn before its sender is asked to come again
 * @param maxRequest bytes of a request; a page of print has some 100 KB
 */
@ConfigurationProperties("hongbi.proof")
record ProofProperties(
        @DefaultValue("10s") Duration patience, @DefaultValue("24MB") DataSize maxRequest) {

    ProofProperties {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("hongbi.proof.patience must not be negative");
        }
        if (maxRequest.toBytes() < 1) {
            throw new IllegalArgumentException("hongbi.proof.max-request must be positive");
        }
    }
}
