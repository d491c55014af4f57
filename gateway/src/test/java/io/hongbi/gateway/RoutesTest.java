package io.hongbi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

class RoutesTest {

    private static final String ROUTES = "spring.cloud.gateway.server.webflux.routes";

    @Test
    void signInGoesWhereTheOtherRequestsGo() throws IOException {
        var set = Map.<String, Object>of("HONGBI_GATEWAY_SUBMISSION_URI", "http://all:8080");

        assertThat(uri("sign-in", set)).isEqualTo("http://all:8080");
    }

    @Test
    void signInGoesToInstancesOfItsOwnWhereThereAreSome() throws IOException {
        var set = Map.<String, Object>of("HONGBI_GATEWAY_SIGN_IN_URI", "http://sign-in:8080");

        assertThat(uri("sign-in", set)).isEqualTo("http://sign-in:8080");
        assertThat(uri("api", set)).isEqualTo("http://127.0.0.1:8081");
    }

    @Test
    void servicesAreFoundByNacosWhereThereIsOne() throws IOException {
        var set = Map.<String, Object>of("HONGBI_NACOS", "nacos-a:8848,nacos-b:8848");

        assertThat(uri("api", set)).isEqualTo("lb://submission-service");
        assertThat(uri("sign-in", set)).isEqualTo("lb://submission-service");
        assertThat(uri("inbox", set)).isEqualTo("lb://notification-service");
    }

    @Test
    void anEmptyAddressOfNacosIsNone() throws IOException {
        assertThat(uri("api", Map.of("HONGBI_NACOS", ""))).isEqualTo("http://127.0.0.1:8081");
    }

    private static String uri(String route, Map<String, Object> set) throws IOException {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addLast(new MapPropertySource("set", set));
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        environment
                .getPropertySources()
                .addLast(new ResourcePropertySource("classpath:hongbi-platform.properties"));
        return IntStream.range(0, 10)
                .mapToObj(number -> ROUTES + "[" + number + "]")
                .filter(key -> route.equals(environment.getProperty(key + ".id")))
                .map(key -> environment.getProperty(key + ".uri"))
                .findFirst()
                .orElseThrow();
    }
}
