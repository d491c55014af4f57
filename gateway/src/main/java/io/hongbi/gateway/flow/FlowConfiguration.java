package io.hongbi.gateway.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.datasource.FileRefreshableDataSource;
import com.alibaba.csp.sentinel.datasource.ReadableDataSource;
import com.alibaba.csp.sentinel.property.SimplePropertyListener;
import com.alibaba.nacos.api.exception.NacosException;
import io.hongbi.gateway.route.ClientAddresses;
import io.hongbi.gateway.route.RequestTooLarge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Sentinel at the door, with the rules that come with it or those of a file. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlowProperties.class)
class FlowConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FlowConfiguration.class);

    @Bean
    GlobalFilter flowControl(MeterRegistry meters, ClientAddresses addresses) {
        return new FlowControl(meters, addresses);
    }

    @Bean
    DisposableBean flowRules(FlowProperties properties) throws IOException, NacosException {
        var ours = new ClassPathResource("flow-rules.json").getContentAsString(UTF_8);
        var file = properties.rules();
        Rules.parse(file == null ? ours : Files.readString(file)).load();
        Tracer.setExceptionsToIgnore(RequestTooLarge.class); // no fault of the service
        var source = source(properties, ours);
        return () -> {
            if (source != null) {
                source.close();
            }
            Rules.none().load(); // Sentinel keeps them for the whole process
        };
    }

    private static @Nullable AutoCloseable source(FlowProperties properties, String ours)
            throws IOException, NacosException {
        var nacos = properties.nacos();
        if (nacos != null) {
            return new NacosRules(
                    nacos, json -> take(json == null ? Rules.parse(ours) : orNull(json), "Nacos"));
        }
        var file = properties.rules();
        return file == null ? null : watch(file, properties)::close;
    }

    private static void take(@Nullable Rules rules, Object source) {
        if (rules != null) {
            rules.load();
            LOG.info("The rules of {} count from now on.", source);
        }
    }

    private static ReadableDataSource<String, @Nullable Rules> watch(
            Path file, FlowProperties properties) throws IOException {
        try {
            var source =
                    new FileRefreshableDataSource<@Nullable Rules>(
                            file.toFile(),
                            FlowConfiguration::orNull,
                            properties.refresh().toMillis(),
                            1 << 20,
                            UTF_8);
            source.getProperty()
                    .addListener(
                            new SimplePropertyListener<@Nullable Rules>() {
                                @Override
                                public void configUpdate(@Nullable Rules rules) {
                                    take(rules, file);
                                }
                            });
            return source;
        } catch (UncheckedIOException e) {
            throw e.getCause();
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
