package io.hongbi.loadtest.service;

import io.hongbi.submission.SubmissionApplication;
import io.hongbi.testsupport.KafkaServer;
import io.hongbi.testsupport.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * submission-service as it ships, in this JVM, on PostgreSQL and Kafka of its own. One for all who
 * hold it at the same time; it ends when the last of them closes it.
 */
public final class RunningService implements AutoCloseable {

    private static final String SIGNING_KEY =
            "c2lnbmluZy1rZXktb2YtdGhlLWJlbmNobWFya3MsIG5vIG90aGVycw==";

    private static @Nullable RunningService shared;

    private final PostgresServer.Database database = PostgresServer.shared().freshDatabase();
    private final Path files = folder();
    private final ConfigurableApplicationContext context;
    private int holders;

    private RunningService() {
        Map<String, Object> properties = new HashMap<>();
        database.register("hongbi_submission", (name, value) -> properties.put(name, value.get()));
        KafkaServer.shared().register((name, value) -> properties.put(name, value.get()));
        properties.put("server.port", 0);
        properties.put("management.server.port", 0);
        properties.put("hongbi.object-store.root", files.resolve("objects"));
        properties.put("hongbi.object-store.signing-key", SIGNING_KEY);
        properties.put("hongbi.intake.spool.folder", files.resolve("spool"));
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        context =
                new SpringApplicationBuilder(SubmissionApplication.class)
                        .run(
                                properties.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new));
    }

    /** The one that runs, or a new one. */
    public static synchronized RunningService hold() {
        if (shared == null) {
            shared = new RunningService();
        }
        shared.holders++;
        return shared;
    }

    /** One of its parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Requests to it by somebody. */
    Client client(String token) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return new Client("http://127.0.0.1:" + (server == null ? 0 : server.getPort()), token);
    }

    /** Lets the database count its rows, which it does by itself only after a while. */
    void analyze() {
        try (var owner =
                        DriverManager.getConnection(
                                database.url(), "hongbi_owner", database.password());
                var statement = owner.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be analyzed", e);
        }
    }

    @Override
    public void close() {
        synchronized (RunningService.class) {
            if (--holders > 0) {
                return;
            }
            shared = null;
        }
        context.close();
        try {
            FileSystemUtils.deleteRecursively(files);
        } catch (IOException inUse) {
            // stays in the folder for temporary files
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("hongbi-load-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
