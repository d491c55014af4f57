package io.hongbi.submission.reading;

import io.hongbi.common.event.PageRead;
import io.hongbi.platform.event.UnreadableEvent;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** What happens to records that cannot be kept: waited for, or put aside. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(SweeperProperties.class)
class ReadingConfiguration {

    private static final int ATTEMPTS = 5;
    private static final int CLOCK_THREADS = 4;

    /** One thread would let the slowest work of the clock hold up all other, heartbeats too. */
    @Bean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(CLOCK_THREADS);
        scheduler.setThreadNamePrefix("clock-");
        scheduler.setVirtualThreads(true);
        return scheduler;
    }

    @Bean
    DefaultErrorHandler listenerErrors(KafkaTemplate<String, byte[]> template) {
        var aside =
                new DeadLetterPublishingRecoverer(
                        template,
                        (message, _) ->
                                message.topic().equals(PageRead.TOPIC)
                                        ? new TopicPartition(PageRead.TOPIC + ".dlt", -1)
                                        : null);
        var handler = new DefaultErrorHandler(aside);
        handler.setBackOffFunction((_, failure) -> backOff(failure));
        handler.addNotRetryableExceptions(
                UnreadableEvent.class, DataIntegrityViolationException.class);
        return handler;
    }

    /** A database that is away is waited for as long as it takes. */
    private static BackOff backOff(Exception failure) {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        if (!isOutage(failure)) {
            backOff.setMaxAttempts(ATTEMPTS);
        }
        return backOff;
    }

    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }
}
