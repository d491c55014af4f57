package io.hongbi.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.NeatnessFeatures;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.PerceptualHash;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Point;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.common.storage.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the recorded messages. Services run it too (test-jar of common) and replace the
 * mapper by the one they use on the wire.
 */
public class ContractTest {

    private static final SchoolId SCHOOL = SchoolId.of("0199f000-0000-7000-8000-000000000001");
    private static final SubmissionId SUBMISSION =
            SubmissionId.of("0199f000-0000-7000-8000-000000000002");
    private static final PageId PAGE = PageId.of("0199f000-0000-7000-8000-000000000003");
    private static final UUID EVENT = UUID.fromString("0199f000-0000-7000-8000-000000000004");
    private static final Instant AT = Instant.parse("2026-11-20T13:50:00.123Z");

    /** The mapper under test. */
    protected JsonMapper mapper() {
        return JsonMapper.builder().build();
    }

    @Test
    void pageReceivedKeepsItsRecordedForm() throws IOException {
        var event =
                new PageReceived(
                        EVENT, AT, SCHOOL, SUBMISSION, PAGE, 1, photo(), AssignmentKind.NOTES);

        agrees("page-received.v1.json", event);
    }

    @Test
    void pageOfAWorksheetKeepsItsRecordedForm() throws IOException {
        var event =
                new PageReceived(
                        EVENT,
                        AT,
                        SCHOOL,
                        SUBMISSION,
                        PAGE,
                        1,
                        photo(),
                        AssignmentKind.WORKSHEET,
                        new ObjectKey("schools/0199f000/layouts/0199f000-1.json"));

        agrees("page-received-worksheet.v1.json", event);
    }

    @Test
    void pageReadKeepsItsRecordedForm() throws IOException {
        var event =
                new PageRead(
                        EVENT,
                        AT,
                        SCHOOL,
                        SUBMISSION,
                        PAGE,
                        reading(),
                        new ObjectKey("schools/0199f000/previews/p.jpg"),
                        Map.of("q1", new ObjectKey("schools/0199f000/crops/q1.jpg")),
                        new PageRead.Trace("127.0.0.1:9000", 1, AT, 31.8));

        agrees("page-read.v1.json", event);
    }

    @Test
    void submissionChangedKeepsItsRecordedForm() throws IOException {
        var event =
                new SubmissionChanged(
                        EVENT,
                        AT,
                        SCHOOL,
                        SUBMISSION,
                        AssignmentId.of("0199f000-0000-7000-8000-000000000005"),
                        PersonId.of("0199f000-0000-7000-8000-000000000006"),
                        1,
                        4,
                        SubmissionState.NEEDS_REVIEW);

        agrees("submission-changed.v1.json", event);
    }

    private void agrees(String file, Object event) throws IOException {
        var recorded = mapper().readTree(recorded(file));

        assertThat(mapper().readTree(mapper().writeValueAsString(event))).isEqualTo(recorded);
        assertThat((Object) mapper().treeToValue(recorded, event.getClass())).isEqualTo(event);
    }

    private static byte[] recorded(String file) throws IOException {
        try (InputStream in = ContractTest.class.getResourceAsStream("/contracts/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    private static ObjectKey photo() {
        return new ObjectKey("schools/0199f000/photos/0199f000.jpg");
    }

    private static PageReading reading() {
        return new PageReading(
                "2026.11.1+page1",
                new Photo(3024, 4032, 6),
                new Quality(Quality.Verdict.OK, List.of(), 0.8, 0.7),
                new Homework(true, new Confidence(0.998)),
                new Completion(Completion.Value.PARTIAL, 0.62, new Confidence(0.94)),
                0.81,
                new NeatnessFeatures(0.9, 0.75, 2, 0.84),
                new SheetIdentity(
                        2,
                        "20260017",
                        new SheetIdentity.FilledNumber(
                                "20260017", Item.State.OK, new Confidence(0.996))),
                List.of(
                        new Item(
                                "q1",
                                Item.Kind.EXPRESSION,
                                List.of(
                                        new Point(412, 300),
                                        new Point(820, 300),
                                        new Point(820, 372),
                                        new Point(412, 372)),
                                "16+27=",
                                "43",
                                Item.State.OK,
                                new Confidence(0.997),
                                List.of(new Item.Alternative("48", new Confidence(0.002))))),
                new PerceptualHash("0123456789abcdef".repeat(4)));
    }
}
