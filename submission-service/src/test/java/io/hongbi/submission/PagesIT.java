package io.hongbi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.intake.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What tests about submissions share. */
public abstract class PagesIT extends SubmissionIT {

    @Autowired protected ObjectStore store;

    /** Requests to another port of the service. */
    protected static Http at(int port) {
        return new Http("http://127.0.0.1:" + port);
    }

    /** Hands photos in as a student. */
    protected Reply handIn(TestSchool school, PersonId student, byte[]... photos) {
        return Form.of("pages", photos)
                .send(
                        http().as(school.token(student)),
                        "POST",
                        school.assignmentPath() + "/submissions");
    }

    protected JsonNode accepted(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        return reply.json();
    }

    protected JsonNode view(TestSchool school, PersonId person, JsonNode submission) {
        var reply =
                http().as(school.token(person))
                        .get("/api/v1/submissions/" + submission.get("id").asString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** What a query counts, in the rows of one school. */
    protected long count(TestSchool school, String sql) {
        return tenant.in(school.id(), () -> jdbc.sql(sql).query(Long.class).single());
    }

    protected long objects(TestSchool school) {
        return store.list("schools/" + school.id() + "/", null, 1000).size();
    }

    protected long spooled() throws IOException {
        return files(FILES.resolve("spool")) - locks();
    }

    protected static UUID pageId(JsonNode view, int index) {
        return UUID.fromString(view.get("pages").get(index).get("pageId").asString());
    }

    /** Waits until it is so, thirty seconds at most. */
    protected static void eventually(String what, BooleanSupplier condition) {
        eventually(what, _ -> condition.getAsBoolean() ? Boolean.TRUE : null);
    }

    /** Waits for something that is not null, thirty seconds at most. */
    protected static <T> T eventually(String what, Function<Instant, @Nullable T> look) {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(until)) {
            T found = look.apply(until);
            if (found != null) {
                return found;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("Never came true: " + what);
    }

    private static long locks() throws IOException {
        try (var files = Files.walk(FILES.resolve("spool"))) {
            return files.filter(file -> file.endsWith("lock")).count();
        }
    }

    private static long files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
