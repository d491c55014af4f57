package io.hongbi.submission;

import io.hongbi.submission.account.AccessTokens;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.testsupport.KafkaServer;
import io.hongbi.testsupport.PostgresServer;
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

    @LocalServerPort private int port;
    @Autowired protected Tenant tenant;
    @Autowired protected JdbcClient jdbc;
    @Autowired protected AccessTokens tokens;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        DATABASE.register("hongbi_submission", registry::add);
        KafkaServer.shared().register(registry::add);
    }

    /** Requests to the service under test. */
    protected Http http() {
        return new Http("http://127.0.0.1:" + port);
    }

    /** A school nobody else uses. */
    protected TestSchool newSchool() {
        return TestSchool.in(tenant, jdbc, tokens);
    }
}
