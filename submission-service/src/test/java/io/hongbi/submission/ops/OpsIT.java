package io.hongbi.submission.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.platform.event.EventJson;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.intake.image.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** What operators see and do, and that nobody else does. */
class OpsIT extends PagesIT {

    private static final String DEAD_LETTERS = "/api/v1/ops/dead-letters";

    @Autowired private KafkaTemplate<String, byte[]> kafka;
    @Autowired private EventJson json;

    private final String cause = "cause-" + Uuids.next();

    private TestSchool school;
    private JsonNode submission;

    @BeforeEach
    void handsIn() {
        school = newSchool();
        submission = accepted(handIn(school, school.student(), Samples.jpeg(64, 64)));
    }

    @Test
    void isForOperatorsOnly() {
        for (var person : List.of(school.student(), school.teacher(), school.admin())) {
            var other = http().as(school.token(person));
            assertThat(other.get("/api/v1/ops/flow").status()).isEqualTo(403);
            assertThat(other.get("/api/v1/ops/pages/" + page()).status()).isEqualTo(403);
            assertThat(other.get(DEAD_LETTERS).status()).isEqualTo(403);
            assertThat(other.post(DEAD_LETTERS + ":replay", "{}").status()).isEqualTo(403);
            assertThat(other.post(DEAD_LETTERS + ":discard", "{}").status()).isEqualTo(403);
        }
    }

    @Test
    void countsWhatFlows() {
        eventually("it is announced", () -> count("announced_at is not null") == 1);

        var flow = ask("/api/v1/ops/flow").json();

        assertThat(flow.at("/backlog/unread").asLong()).isPositive();
        assertThat(flow.at("/backlog/announced").asLong()).isPositive();
        assertThat(flow.at("/backlog/oldestUnreadSeconds").asDouble()).isPositive();
        assertThat(flow.get("seconds")).hasSize(60);
        assertThat(
                        flow.get("seconds")
                                .valueStream()
                                .mapToLong(s -> s.get("accepted").asLong())
                                .sum())
                .isPositive();
        assertThat(
                        flow.get("seconds")
                                .valueStream()
                                .mapToLong(s -> s.get("announced").asLong())
                                .sum())
                .isPositive();
    }

    @Test
    void tellsTheStoryOfAPageByIdOrReceiptWithoutWhatItShows() {
        eventually("it is announced", () -> count("announced_at is not null") == 1);
        var receipt = submission.at("/receipt/code").asString();

        var byId = ask("/api/v1/ops/pages/" + page());
        var byReceipt = ask("/api/v1/ops/pages/" + receipt.toLowerCase(Locale.ROOT));

        assertThat(byReceipt.json()).isEqualTo(byId.json());
        var story = byId.json().at("/items/0");
        assertThat(story.get("receipt").asString()).isEqualTo(receipt);
        assertThat(story.get("announcements").asInt()).isEqualTo(1);
        assertThat(story.get("readings")).isEmpty();
        assertThat(byId.body())
                .doesNotContain(school.student().toString())
                .doesNotContain("photo")
                .doesNotContain("http");
        assertThat(asked("/api/v1/ops/pages/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(asked("/api/v1/ops/pages/ABCD-EFGH").status()).isEqualTo(404);
    }

    @Test
    void replaysDeadLettersAfterADryRunAndKeepsWhoDid() {
        die();
        assertThat(listed())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.get("count").asInt()).isEqualTo(1);
                    assertThat(item.at("/pages/0").asString()).isEqualTo(page().toString());
                });

        var tried = act(":replay?dryRun=true", "{\"cause\": \"" + cause + "\"}");
        assertThat(tried.get("pages").asInt()).isEqualTo(1);
        assertThat(state()).isEqualTo("failed");

        var done = act(":replay", "{\"cause\": \"" + cause + "\"}");

        assertThat(done.at("/byCause/" + cause).asInt()).isEqualTo(1);
        assertThat(state()).isEqualTo("reading");
        eventually("it is announced again", () -> count("announcements = 2") == 1);
        assertThat(listed()).isEmpty();
        assertThat(act(":replay", "{\"cause\": \"" + cause + "\"}").get("pages").asInt()).isZero();
        assertThat(count(school, "select count(*) from operator_acts where act = 'replay'"))
                .isEqualTo(1);
    }

    @Test
    void discardsDeadLettersForAReason() {
        die();
        var only = "\"pageIds\": [\"" + page() + "\"]";
        assertThat(post(":discard", "{" + only + "}").status()).isEqualTo(400);
        assertThat(post(":discard", "{\"reason\": \" \", " + only + "}").status()).isEqualTo(400);

        var done = act(":discard", "{\"reason\": \"photo lost\", " + only + "}");

        assertThat(done.get("pages").asInt()).isEqualTo(1);
        assertThat(state()).isEqualTo("failed");
        assertThat(listed()).isEmpty();
        assertThat(act(":replay", "{\"cause\": \"" + cause + "\"}").get("pages").asInt()).isZero();
        assertThat(post(":discard", "{\"reason\": \"x\", \"pageIds\": [null]}").status())
                .isEqualTo(400);
        assertThat(act(":replay", "{" + only + "}").get("pages").asInt()).isEqualTo(1);
        assertThat(state()).isEqualTo("reading");
        assertThat(count(school, "select count(*) from operator_acts where reason = 'photo lost'"))
                .isEqualTo(1);
    }

    @Test
    void staysReplayedWhereTheOldLetterComesAgain() {
        die();
        act(":replay", "{\"cause\": \"" + cause + "\"}");
        tenant.in(
                school.id(),
                () -> {
                    jdbc.sql("update pages set sweep_at = now() - interval '1 s'").update();
                });

        letter();

        eventually("it is announced again", () -> count("announcements >= 2") == 1);
    }

    /** The workers give the page up. */
    private void die() {
        letter();
        eventually("it has failed", () -> state().equals("failed"));
    }

    private void letter() {
        var event =
                new PageReceived(
                        page(),
                        Instant.now(),
                        school.id(),
                        SubmissionId.of(submission.get("id").asString()),
                        new PageId(page()),
                        1,
                        new ObjectKey("schools/x/photos/y.jpg"),
                        AssignmentKind.NOTES);
        var letter =
                new ProducerRecord<>(
                        PageReceived.DEAD_LETTER_TOPIC, page().toString(), json.write(event));
        letter.headers().add("hongbi-cause", cause.getBytes(UTF_8));
        kafka.send(letter).join();
    }

    private String state() {
        return view(school, school.student(), submission).get("state").asString();
    }

    private UUID page() {
        return pageId(submission, 0);
    }

    private long count(String where) {
        return count(school, "select count(*) from pages where " + where);
    }

    private Reply asked(String path) {
        return http().as(school.token(school.ops())).get(path);
    }

    private Reply ask(String path) {
        var reply = asked(path);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    private Reply post(String act, String body) {
        return http().as(school.token(school.ops())).post(DEAD_LETTERS + act, body);
    }

    private JsonNode act(String act, String body) {
        var reply = post(act, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** What is listed for this test's cause. */
    private List<JsonNode> listed() {
        return ask(DEAD_LETTERS)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("cause").asString().equals(cause))
                .toList();
    }
}
