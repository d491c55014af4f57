package io.hongbi.grading.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hongbi.common.layout.Proof;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.grading.reading.PageReaders;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The room over HTTP, without the rest of the service. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.endpoint.health.group.liveness.include=livenessState",
            "hongbi.object-store.signing-key=c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldC0=",
            "hongbi.proof.patience=300ms",
            "hongbi.proof.max-request=2MB"
        })
class ProofControllerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TOO_MANY_BYTES = 3_000_000;

    private final SheetLayout layout = PrintedForProof.layout();
    private final byte[] page = PrintedForProof.page();

    @LocalServerPort private int port;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({
        ProofConfiguration.class,
        ProofController.class,
        ProofProblems.class,
        SheetProof.class
    })
    static class Room {

        @Bean
        PageReaders pageReaders() {
            return PageReaders.ofThisRelease();
        }
    }

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("hongbi.security.issuer", () -> TestTokens.ISSUER);
        registry.add("hongbi.security.jwk-set-uri", TestTokens::jwkSetUri);
    }

    @Test
    void provesASheetForATeacher() throws Exception {
        var answer = post(sheet(layout, page));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readValue(answer.body(), Proof.class))
                .isEqualTo(new Proof(true, 101, List.of()));
    }

    @Test
    void namesWhatDiffers() throws Exception {
        var newer = new SheetLayout(layout.worksheetId(), 2, layout.paper(), layout.pages());

        assertThat(post(sheet(newer, page)).body())
                .isEqualTo(
                        "{\"equal\":false,\"cells\":101,\"differences\":[{\"page\":1,"
                                + "\"itemId\":null,\"filled\":\"page 1\",\"read\":\"wrong-sheet\"}]}");
    }

    @Test
    void worksForTeachersAndAdministratorsOnly() throws Exception {
        var nothing = BodyPublishers.ofString("{}");

        assertThat(post(nothing, null).statusCode()).isEqualTo(401);
        assertThat(post(nothing, Role.STUDENT).statusCode()).isEqualTo(403);
        assertThat(post(nothing, Role.OPS).statusCode()).isEqualTo(403);
        assertThat(post(nothing, Role.ADMIN).statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhatASheetHasToBe() throws Exception {
        var half = Arrays.copyOf(page, page.length / 2);
        var wider = page.clone();
        wider[18] = 7; // 1680 = 0x0690 columns become 1936

        assertThat(codeOf("{}")).isEqualTo("proof-incomplete");
        assertThat(codeOf("{\"layout\": null, \"pages\": [null]}")).isEqualTo("proof-incomplete");
        assertThat(codeOf(sheet(layout))).isEqualTo("proof-other-pages");
        assertThat(codeOf(sheet(layout, page, page))).isEqualTo("proof-other-pages");
        assertThat(codeOf(sheet(layout, "GIF89a".getBytes(US_ASCII)))).isEqualTo("proof-no-png");
        assertThat(codeOf(sheet(layout, half))).isEqualTo("proof-no-png");
        assertThat(codeOf(sheet(layout, wider))).isEqualTo("proof-other-size");
        assertThat(codeOf("{\"layout\": ")).isEqualTo("malformed");
        assertThat(codeOf("{\"layout\": {\"revision\": \"one\"}}")).isEqualTo("invalid");
    }

    @Test
    void saysSoInTheLanguageOfTheCaller() throws Exception {
        var request =
                request(BodyPublishers.ofString("{}"), Role.TEACHER)
                        .header("Accept-Language", "en");

        assertThat(send(request).body())
                .contains("\"detail\":\"A request has a layout, and pages: a PNG of each");
    }

    @Test
    void refusesMoreThanAnySheetHas() throws Exception {
        var bytes = new byte[TOO_MANY_BYTES];
        Arrays.fill(bytes, (byte) ' ');
        var unmeasured = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));

        var measured = post(BodyPublishers.ofByteArray(bytes), Role.TEACHER);

        assertThat(measured.statusCode()).isEqualTo(413);
        assertThat(measured.body()).contains("proof-too-large");
        assertThat(post(unmeasured, Role.TEACHER).statusCode()).isEqualTo(413);
    }

    @Test
    void asksToComeAgainWhileItIsAtAnotherSheet() throws Exception {
        try (var slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var head =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\nAuthorization: Bearer %s\r\n\r\n{"
                            .formatted(Proof.PATH, token(Role.TEACHER));
            slow.getOutputStream().write(head.getBytes(UTF_8));
            slow.getOutputStream().flush();

            await().untilAsserted(() -> {
                var answer = post(BodyPublishers.ofString("{}"), Role.TEACHER);
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("prover-busy");
            });
        }
        await().untilAsserted(() -> assertThat(codeOf("{}")).isEqualTo("proof-incomplete"));
    }

    private static String sheet(SheetLayout layout, byte[]... pages) {
        return JSON.writeValueAsString(new SentSheet(layout, List.of(pages)));
    }

    private String codeOf(String body) throws Exception {
        var answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        return JSON.readTree(answer.body()).get("code").asString();
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post(BodyPublishers.ofString(body), Role.TEACHER);
    }

    private HttpResponse<String> post(BodyPublisher body, @Nullable Role role) throws Exception {
        return send(request(body, role));
    }

    private HttpRequest.Builder request(BodyPublisher body, @Nullable Role role) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + Proof.PATH))
                        .header("Content-Type", "application/json")
                        .POST(body);
        return role == null ? request : request.header("Authorization", "Bearer " + token(role));
    }

    private static String token(Role role) {
        return TestTokens.token(UUID.randomUUID(), UUID.randomUUID(), role);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
