package io.hongbi.submission.outbox;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.platform.event.Topics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Declares the topics of the suite: this service owns them all. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxConfiguration {

    @Bean
    NewTopics homeworkTopics(Topics topics) {
        return new NewTopics(
                topics.topic(PageReceived.TOPIC),
                topics.topic(PageReceived.DEAD_LETTER_TOPIC),
                topics.topic(PageRead.TOPIC),
                topics.topic(PageRead.TOPIC + ".dlt"),
                topics.topic(SubmissionChanged.TOPIC));
    }

    /** What a stopping process has not sent is in the outbox; waiting long for a broker is idle. */
    @Bean
    DefaultKafkaProducerFactoryCustomizer shortGoodbye() {
        return producers -> producers.setPhysicalCloseTimeout(3);
    }
}
