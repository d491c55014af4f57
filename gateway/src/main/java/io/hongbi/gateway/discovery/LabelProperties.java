package io.hongbi.gateway.discovery;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the labels of schools come from.
 *
 * @param schools a file with an object of school ids and labels, taken again whenever it changes;
 *     null: the one in the Nacos
 * @param refresh how often is looked whether the file has changed
 */
@ConfigurationProperties("hongbi.gateway.labels")
record LabelProperties(@Nullable Path schools, @DefaultValue("1s") Duration refresh) {}
