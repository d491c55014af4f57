package io.hongbi.platform.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.nacos.api.exception.NacosException;
import io.hongbi.platform.document.DocumentAutoConfiguration;
import io.hongbi.platform.document.LiveDocuments;
import java.io.IOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;

/** Follows the rules of a service that says what they are about. */
@AutoConfiguration(after = DocumentAutoConfiguration.class)
@ConditionalOnClass(ParamFlowRule.class)
@ConditionalOnBean(Resources.class)
@EnableConfigurationProperties(FlowProperties.class)
public class FlowAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FlowAutoConfiguration.class);

    @Bean
    DisposableBean flowRules(
            FlowProperties properties,
            LiveDocuments documents,
            Resources resources,
            @Value("${spring.application.name}") String service)
            throws IOException, NacosException {
        var ours = new ClassPathResource("flow-rules.json").getContentAsString(UTF_8);
        var file = properties.rules();
        Rules.parse(file == null ? ours : Files.readString(file), resources).load();
        documents.follow(
                service + "-flow-rules.json",
                file,
                properties.refresh(),
                json -> take(json == null ? ours : json, resources));
        return () -> Rules.none().load(); // Sentinel keeps them for the whole process
    }

    /** What is no rules is refused: those that count stay. */
    private static void take(String json, Resources resources) {
        try {
            Rules.parse(json, resources).load();
            LOG.info("The rules of budgets and breakers were taken again.");
        } catch (IllegalArgumentException e) {
            LOG.error("The new rules are refused, the old ones stay: {}", e.getMessage());
        }
    }
}
