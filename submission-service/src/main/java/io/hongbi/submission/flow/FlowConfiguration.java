package io.hongbi.submission.flow;

import io.hongbi.common.storage.ObjectStore;
import io.hongbi.platform.flow.Resources;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Sentinel behind the door: the gateway counts requests a second, this one those under way. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    @Bean
    Resources resources() {
        return new Resources(
                Set.of("reads", "writes", "uploads", "objects"),
                Set.of(GuardedObjectStore.NAME, "proof"));
    }

    /** Behind the security filters, as it has to know who asks, and before bodies are read. */
    @Bean
    FilterRegistrationBean<FlowFilter> flowFilter(
            MeterRegistry meters,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new FlowFilter(meters, problems));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 20);
        return registration;
    }

    @Bean
    @Primary
    ObjectStore guardedObjectStore(@Qualifier("objectStore") ObjectStore store) {
        return new GuardedObjectStore(store);
    }
}
