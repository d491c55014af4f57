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
import org.springframework.util.FileSystemUtils;

/** The whole service on a real database and a real broker, once for all tests that extend this. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "hongbi.outbox.least-under-way=1000000"})
public abstract class SubmissionIT {

    protected static final PostgresServer.Database DATABASE =
            PostgresServer.shared().freshDatabase();

    /** Object store and spool of the service under test. */
    protected static final Path FILES = temporaryFolder();

    private static final String SIGNING_KEY =
            "c2lnbmluZy1rZXktb2YtdGhlLXRlc3RzLWFuZC1uby1vdGhlcnM=";

    private static final String SECRETS_KEY = "a2V5LW9mLXRoZS10ZXN0cy1hbmQtb2Ytbm8tb3RoZXI=";

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
        registry.add("hongbi.sign-in.providers.loopback", () -> true);
        registry.add("hongbi.sign-in.providers.secrets-key", () -> SECRETS_KEY);
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

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException inUse) {
            // the service may still be stopping; the next clean removes it
        }
    }

    private static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("hongbi-submission");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "delete-files"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
