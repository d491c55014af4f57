package io.hongbi.submission;

import io.hongbi.submission.account.AccessTokens;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.testsupport.KafkaServer;
import io.hongbi.testsupport.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real database and a real broker, once for all tests that extend this. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "management.server.port=0")
public abstract class SubmissionIT {

    protected static final PostgresServer.Database DATABASE =
            PostgresServer.shared().freshDatabase();

    /** Object store and spool of the service under test. */
    protected static final Path FILES = temporaryFolder();

    private static final String SIGNING_KEY =
            "c2lnbmluZy1rZXktb2YtdGhlLXRlc3RzLWFuZC1uby1vdGhlcnM=";

    @LocalServerPort private int port;
    @Autowired protected Tenant tenant;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected AccessTokens tokens;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        DATABASE.register("hongbi_submission", registry::add);
        KafkaServer.shared().register(registry::add);
        registry.add("hongbi.object-store.root", () -> FILES.resolve("objects"));
        registry.add("hongbi.object-store.signing-key", () -> SIGNING_KEY);
        registry.add("hongbi.intake.spool.folder", () -> FILES.resolve("spool"));
        registry.add("hongbi.proof.uri", GradingStub.shared()::uri);
    }

    /** Requests to the service under test. */
    protected Http http() {
        return new Http("http://127.0.0.1:" + port);
    }

    /** A school nobody else uses. */
    protected TestSchool newSchool() {
        return TestSchool.in(tenant, jdbc, tokens);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("hongbi-submission");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
