package io.hongbi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.nacos.api.exception.NacosException;
import io.hongbi.gateway.document.LiveDocuments;
import io.hongbi.gateway.route.ClientAddresses;
import io.hongbi.gateway.route.RequestTooLarge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Sentinel at the door, with the rules that come with it or those of a file or a Nacos. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowProperties.class)
class FlowConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FlowConfiguration.class);

    /** What Nacos calls the rules. */
    private static final String DOCUMENT = "gateway-flow-rules.json";

    @Bean
    GlobalFilter flowControl(MeterRegistry meters, ClientAddresses addresses) {
        return new FlowControl(meters, addresses);
    }

    @Bean
    DisposableBean flowRules(FlowProperties properties, LiveDocuments documents)
            throws IOException, NacosException {
        var ours = new ClassPathResource("flow-rules.json").getContentAsString(UTF_8);
        var file = properties.rules();
        Rules.parse(file == null ? ours : Files.readString(file)).load();
        Tracer.setExceptionsToIgnore(RequestTooLarge.class); // no fault of the service
        documents.follow(
                DOCUMENT,
                file,
                properties.refresh(),
                json -> take(json == null ? Rules.parse(ours) : orNull(json)));
        return () -> Rules.none().load(); // Sentinel keeps them for the whole process
    }

    private static void take(@Nullable Rules rules) {
        if (rules != null) {
            rules.load();
            LOG.info("The rules of budgets and breakers were taken again.");
        }
    }

    /** Null for what is no rules: those that count stay. */
    private static @Nullable Rules orNull(String json) {
        try {
            return Rules.parse(json);
        } catch (IllegalArgumentException e) {
            LOG.error("The new rules are refused, the old ones stay: {}", e.getMessage());
            return null;
        }
    }
}
