package io.hongbi.gateway;

import static io.hongbi.gateway.GatewayFixture.TOKEN;
import static io.hongbi.gateway.GatewayFixture.assertIsProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.process.Ports;
import io.hongbi.platform.security.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=0")
@DirtiesContext
class NacosAwayIT {

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void nobody(DynamicPropertyRegistry registry) {
        var address = "127.0.0.1:" + Ports.free(1).getFirst();
        registry.add("HONGBI_NACOS", () -> address);
        registry.add("hongbi.security.issuer", () -> TestTokens.ISSUER);
        registry.add("hongbi.security.jwk-set-uri", TestTokens::jwkSetUri);
    }

    @Test
    void opensAndSaysThatNobodyIsThere() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/classes"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());

            assertIsProblem(answer, 503, "unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }
}
