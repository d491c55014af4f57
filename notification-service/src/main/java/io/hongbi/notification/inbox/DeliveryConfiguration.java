package io.hongbi.notification.inbox;

import io.hongbi.platform.event.Topics;
import io.hongbi.platform.event.UnreadableEvent;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to a record that could not be worked off: nothing is dropped while the database is
 * away; what fails for another reason goes to the dead-letter topic, at once when it cannot be
 * read.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    static final String DEAD_LETTERS = "homework.submission-changed.notification.dlt.v1";

    private static final long ATTEMPTS = 5;

    @Bean
    NewTopic submissionChangedDeadLetters(Topics topics) {
        return topics.topic(DEAD_LETTERS);
    }

    @Bean
    DefaultErrorHandler errorHandler(KafkaTemplate<String, byte[]> kafka) {
        var deadLetters =
                new DeadLetterPublishingRecoverer(
                        kafka, (_, _) -> new TopicPartition(DEAD_LETTERS, -1));
        deadLetters.setFailIfSendResultIsError(true);
        var handler = new DefaultErrorHandler(deadLetters, growing(ATTEMPTS));
        handler.setBackOffFunction((_, failure) -> insteadOfFewAttempts(failure));
        handler.addNotRetryableExceptions(UnreadableEvent.class);
        return handler;
    }

    /** Null where a record is worth a few attempts only. */
    static @Nullable BackOff insteadOfFewAttempts(Throwable failure) {
        return isOutage(failure) ? growing(Long.MAX_VALUE) : null;
    }

    private static BackOff growing(long attempts) {
        var backOff = new ExponentialBackOff(Duration.ofMillis(200).toMillis(), 2);
        backOff.setMaxInterval(Duration.ofSeconds(5).toMillis());
        backOff.setMaxAttempts(attempts);
        return backOff;
    }

    /** The database is away: the same record will pass when it is back. */
    private static boolean isOutage(Throwable failure) {
        for (var t = failure; t != null; t = t.getCause()) {
            if (t instanceof CannotCreateTransactionException
                    || t instanceof TransactionSystemException
                    || t instanceof TransientDataAccessException
                    || t instanceof RecoverableDataAccessException
                    || t instanceof NonTransientDataAccessResourceException) {
                return true;
            }
        }
        return false;
    }
}
