package io.hongbi.gateway.discovery;

import com.alibaba.cloud.nacos.NacosDiscoveryProperties;
import com.alibaba.cloud.nacos.NacosServiceManager;
import com.alibaba.nacos.api.exception.NacosException;
import io.hongbi.platform.document.LiveDocuments;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Finds services by Nacos, where there is one; else routes go to fixed addresses. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hongbi.nacos.enabled", havingValue = "true")
@EnableConfigurationProperties(LabelProperties.class)
@LoadBalancerClients(defaultConfiguration = DiscoveryConfiguration.EachService.class)
class DiscoveryConfiguration {

    /** What Nacos calls the labels of schools. */
    private static final String DOCUMENT = "gateway-school-labels.json";

    @Bean
    Instances instances(
            NacosServiceManager nacos,
            NacosDiscoveryProperties properties,
            GatewayProperties gateway) {
        var services =
                gateway.getRoutes().stream()
                        .map(RouteDefinition::getUri)
                        .filter(uri -> "lb".equals(uri.getScheme()))
                        .map(uri -> uri.getHost())
                        .collect(Collectors.toSet());
        return new Instances(nacos.getNamingService(), properties.getGroup(), services);
    }

    @Bean
    SchoolLabels schoolLabels(LabelProperties properties, LiveDocuments documents)
            throws IOException, NacosException {
        var labels = new SchoolLabels();
        documents.follow(DOCUMENT, properties.schools(), properties.refresh(), labels::take);
        return labels;
    }

    @Bean
    GlobalFilter labelFilter(SchoolLabels labels) {
        return new LabelFilter(labels);
    }

    @Bean
    GlobalFilter anotherInstance() {
        return new AnotherInstance();
    }

    /** What Spring Cloud LoadBalancer makes for each service by itself. */
    static class EachService {

        @Bean
        ServiceInstanceListSupplier labelledInstances(
                Environment environment, Instances instances) {
            var service = LoadBalancerClientFactory.getName(environment);
            return new LabelledInstances(service == null ? "" : service, instances);
        }
    }
}
