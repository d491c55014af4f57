package io.hongbi.gateway.flow;

import com.alibaba.csp.sentinel.Tracer;
import io.hongbi.gateway.route.ClientAddresses;
import io.hongbi.gateway.route.RequestTooLarge;
import io.hongbi.platform.flow.Resources;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sentinel at the door. */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {

    /** {@link Traffic}'s budgets, and the ids of routes. */
    @Bean
    Resources resources() {
        return new Resources(
                Set.of("reads", "writes", "uploads", "sign-in"), Set.of("api", "inbox", "sign-in"));
    }

    @Bean
    GlobalFilter flowControl(MeterRegistry meters, ClientAddresses addresses) {
        Tracer.setExceptionsToIgnore(RequestTooLarge.class); // no fault of the service
        return new FlowControl(meters, addresses);
    }
}
