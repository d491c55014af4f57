package io.hongbi.platform.flow;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a service's rules come from.
 *
 * @param rules a file of rules as in {@code flow-rules.json}, taken again whenever it changes;
 *     null: those in the Nacos, where there is one, else those that come with the service
 * @param refresh how often is looked whether the file has changed
 */
@ConfigurationProperties("hongbi.flow")
record FlowProperties(@Nullable Path rules, @DefaultValue("1s") Duration refresh) {}
