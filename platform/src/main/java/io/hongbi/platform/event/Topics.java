package io.hongbi.platform.event;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.kafka.config.TopicBuilder;

/**
 * How topics are made. Only their owner declares them, as beans; brokers create none by themselves.
 *
 * @param partitions of each topic; raising it later changes which partition a key goes to
 * @param replicas of each partition; 1 suits a single broker only
 */
@ConfigurationProperties("hongbi.topics")
public record Topics(@DefaultValue("12") int partitions, @DefaultValue("1") int replicas) {

    public Topics {
        if (partitions < 1 || replicas < 1) {
            throw new IllegalArgumentException(
                    "hongbi.topics.partitions and hongbi.topics.replicas must be 1 or more");
        }
    }

    /** The declaration of one topic. */
    public NewTopic topic(String name) {
        return TopicBuilder.name(name).partitions(partitions).replicas(replicas).build();
    }
}
