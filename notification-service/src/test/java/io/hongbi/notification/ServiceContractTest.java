package io.hongbi.notification;

import io.hongbi.common.event.ContractTest;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Runs the recorded messages through the mapper this service has on the wire. */
class ServiceContractTest extends ContractTest {

    private static final JsonMapper MAPPER = mapperOfTheService();

    @Override
    protected JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper mapperOfTheService() {
        try (var context = new AnnotationConfigApplicationContext(JacksonAutoConfiguration.class)) {
            return context.getBean(JsonMapper.class);
        }
    }
}
