package io.hongbi.gateway.flow;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the door's rules come from.
 *
 * @param rules a file of rules as in {@code flow-rules.json}, taken again whenever it changes;
 *     null: those that come with the door
 * @param refresh how often is looked whether the file has changed
 * @param nacos address of a Nacos that has them as {@code gateway-flow-rules.json} of group {@code
 *     HONGBI}, and tells when they change; until it has, those that come with the door count
 */
@ConfigurationProperties("hongbi.gateway.flow")
record FlowProperties(
        @Nullable Path rules, @DefaultValue("1s") Duration refresh, @Nullable String nacos) {

    FlowProperties {
        if (rules != null && nacos != null) {
            throw new IllegalArgumentException(
                    "Rules come from hongbi.gateway.flow.rules or .nacos, not from both");
        }
    }
}
