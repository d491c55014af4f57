package io.hongbi.gateway.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages may load, and what describes the API.
 *
 * @param imageSources origins of signed photo addresses beside our own, separated by spaces, for
 *     instance the custom domain of an OSS bucket
 * @param submissionUri address of submission-service
 * @param notificationUri address of notification-service
 */
@ConfigurationProperties("hongbi.gateway")
record WebProperties(
        @DefaultValue("") String imageSources,
        @DefaultValue("http://127.0.0.1:8081") URI submissionUri,
        @DefaultValue("http://127.0.0.1:8083") URI notificationUri) {}
