package io.hongbi.platform.event;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Switches on {@link EventJson} and, where there is a Kafka client, {@link Topics}. */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
public class EventAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    EventJson eventJson(JsonMapper mapper) {
        return new EventJson(mapper);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({NewTopic.class, TopicBuilder.class})
    @EnableConfigurationProperties(Topics.class)
    static class Kafka {}
}
