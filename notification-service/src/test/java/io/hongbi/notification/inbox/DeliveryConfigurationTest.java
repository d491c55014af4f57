package io.hongbi.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOffExecution;

class DeliveryConfigurationTest {

    static Exception[] outages() {
        var gone = new SQLException("as planned");
        return new Exception[] {
            new CannotCreateTransactionException("as planned", gone),
            new TransactionSystemException("as planned", gone),
            new DataAccessResourceFailureException("as planned", gone),
            new RecoverableDataAccessException("as planned", gone),
            new QueryTimeoutException("as planned", gone)
        };
    }

    @ParameterizedTest
    @MethodSource("outages")
    void neverGivesARecordUpWhileTheDatabaseIsAway(Exception outage) {
        var failure = new ListenerExecutionFailedException("as planned", outage);

        var waits =
                Objects.requireNonNull(DeliveryConfiguration.insteadOfFewAttempts(failure)).start();

        for (var attempt = 1; attempt <= 1_000; attempt++) {
            assertThat(waits.nextBackOff())
                    .isNotEqualTo(BackOffExecution.STOP)
                    .isBetween(1L, 5_000L);
        }
    }

    @Test
    void givesARecordUpAfterAFewAttemptsForAnyOtherReason() {
        for (var failure :
                new Exception[] {
                    new DataIntegrityViolationException("as planned"),
                    new IllegalStateException("as planned")
                }) {
            assertThat(DeliveryConfiguration.insteadOfFewAttempts(failure)).isNull();
        }
    }
}
