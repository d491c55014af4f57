package io.hongbi.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {

    private static final SubmissionChanged EVENT =
            new SubmissionChanged(
                    Uuids.next(),
                    Instant.parse("2026-11-20T13:50:00.123Z"),
                    SchoolId.next(),
                    SubmissionId.next(),
                    AssignmentId.next(),
                    PersonId.next(),
                    1,
                    4,
                    SubmissionState.GRADED);

    private final EventJson json = new EventJson(JsonMapper.builder().build());

    @Test
    void readsWhatItWrote() {
        assertThat(json.read(json.write(EVENT), SubmissionChanged.class)).isEqualTo(EVENT);
    }

    @Test
    void passesOverFieldsOfTheFuture() {
        var text = new String(json.write(EVENT), UTF_8).replaceFirst("\\{", "{\"mood\":\"good\",");

        assertThat(json.read(text.getBytes(UTF_8), SubmissionChanged.class)).isEqualTo(EVENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "no json", "[]", "{\"eventId\": 17}", "{\"state\": \"sad\"}"})
    void callsAnythingElseUnreadable(String text) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> json.read(text.getBytes(UTF_8), SubmissionChanged.class))
                .satisfies(e -> assertThat(e.type()).isEqualTo(SubmissionChanged.class));
    }
}
