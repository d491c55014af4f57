package io.hongbi.testsupport.oss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aliyun.oss.ClientBuilderConfiguration;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSClientBuilder;
import com.aliyun.oss.OSSException;
import com.aliyun.oss.common.auth.DefaultCredentialProvider;
import com.aliyun.oss.common.comm.SignVersion;
import com.aliyun.oss.model.ObjectMetadata;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the emulator refuses what OSS refuses, for both versions of signatures. */
class OssEmulatorIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final byte[] PAGE = "the page".getBytes(UTF_8);

    private static OssEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = OssEmulator.start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"V1", "V4"})
    void acceptsWhatTheSdkSigns(SignVersion version) throws Exception {
        OSS oss = client(version, emulator.account().accessKeySecret());
        var metadata = new ObjectMetadata();
        metadata.addUserMetadata("mood", "calm");

        oss.putObject(bucket(), "a/page.jpg", new ByteArrayInputStream(PAGE), metadata);

        try (var object = oss.getObject(bucket(), "a/page.jpg")) {
            assertThat(object.getObjectContent().readAllBytes()).isEqualTo(PAGE);
            assertThat(object.getObjectMetadata().getUserMetadata()).containsEntry("mood", "calm");
        }
        assertThat(oss.listObjects(bucket(), "a/").getObjectSummaries()).hasSize(1);
        assertThat(oss.listObjectsV2(bucket(), "a/").getObjectSummaries()).hasSize(1);
        oss.deleteObject(bucket(), "a/page.jpg");
        assertThat(oss.doesObjectExist(bucket(), "a/page.jpg")).isFalse();
        oss.shutdown();
    }

    @ParameterizedTest
    @EnumSource(names = {"V1", "V4"})
    void refusesAnotherSecret(SignVersion version) {
        OSS oss = client(version, "another-secret");

        assertRefused("SignatureDoesNotMatch", () -> oss.getObject(bucket(), "page.jpg"));
        oss.shutdown();
    }

    @ParameterizedTest
    @EnumSource(names = {"V1", "V4"})
    void refusesSignedUrlsThatWereChangedOrAreOld(SignVersion version) throws Exception {
        OSS oss = client(version, emulator.account().accessKeySecret());
        oss.putObject(bucket(), "page.jpg", new ByteArrayInputStream(PAGE));
        oss.putObject(bucket(), "other.jpg", new ByteArrayInputStream(PAGE));
        String url = url(oss, Instant.now().plusSeconds(60));
        String old = url(oss, Instant.now().plusSeconds(version == SignVersion.V4 ? 2 : 0));

        assertThat(get(url).statusCode()).isEqualTo(200);
        assertThat(get(url).body()).isEqualTo("the page");
        assertThat(get(url.replace("page.jpg", "other.jpg")).statusCode()).isEqualTo(403);
        assertThat(put(url).statusCode()).isEqualTo(403);
        Thread.sleep(2100);
        assertThat(get(old).statusCode()).isEqualTo(403);
        assertThat(get(old).body()).contains("<Code>AccessDenied</Code>", "expired");
        oss.shutdown();
    }

    @Test
    void refusesTheAnonymous() throws Exception {
        int before = emulator.size();

        var answer = get(emulator.endpoint() + "/" + bucket() + "/page.jpg");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>AccessDenied</Code>", "<RequestId>");
        assertThat(answer.headers().firstValue("x-oss-request-id")).isPresent();
        assertThat(put(emulator.endpoint() + "/" + bucket() + "/fresh.jpg").statusCode())
                .isEqualTo(403);
        assertThat(emulator.size()).isEqualTo(before);
    }

    @Test
    void refusesTwoSignaturesAtOnce() throws Exception {
        OSS oss = client(SignVersion.V4, emulator.account().accessKeySecret());
        oss.putObject(bucket(), "page.jpg", new ByteArrayInputStream(PAGE));
        var request =
                HttpRequest.newBuilder(URI.create(url(oss, Instant.now().plusSeconds(60))))
                        .header("Authorization", "Bearer token")
                        .build();

        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
        oss.shutdown();
    }

    @ParameterizedTest
    @EnumSource(names = {"V1", "V4"})
    void refusesClocksThatAreFarOff(SignVersion version) {
        try (var late =
                OssEmulator.start(
                        emulator.account(),
                        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(16)))) {
            OSS oss = client(late, version, late.account().accessKeySecret());

            assertRefused("RequestTimeTooSkewed", () -> oss.getObject(bucket(), "page.jpg"));
            oss.shutdown();
        }
    }

    @Test
    void knowsTheCrcOfTheStandard() {
        assertThat(Crc64.of("123456789".getBytes(UTF_8)))
                .isEqualTo(Long.toUnsignedString(0x995DC9BBDF1939FAL)); // CRC-64/XZ check value
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(OSSException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(code))
                .satisfies(e -> assertThat(e.getRequestId()).isNotBlank());
    }

    private static String url(OSS oss, Instant until) {
        return oss.generatePresignedUrl(bucket(), "page.jpg", Date.from(until)).toString();
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> put(String url) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url)).PUT(BodyPublishers.ofString("x")).build(),
                BodyHandlers.ofString());
    }

    private static String bucket() {
        return emulator.account().bucket();
    }

    private static OSS client(SignVersion version, String secret) {
        return client(emulator, version, secret);
    }

    private static OSS client(OssEmulator emulator, SignVersion version, String secret) {
        var configuration = new ClientBuilderConfiguration();
        configuration.setSignatureVersion(version);
        return OSSClientBuilder.create()
                .endpoint(emulator.endpoint().toString())
                .region(emulator.account().region())
                .credentialsProvider(
                        new DefaultCredentialProvider(emulator.account().accessKeyId(), secret))
                .clientConfiguration(configuration)
                .build();
    }
}
