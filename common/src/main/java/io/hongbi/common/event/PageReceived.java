package io.hongbi.common.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.storage.ObjectKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page is stored and may be read. Fields are added, never renamed. The Kafka key is the page id.
 *
 * @param eventId equal on redelivery
 * @param occurredAt when the page was accepted, UTC
 * @param number the page's place in its submission, from 1
 * @param photo where the photo lies; the message never carries it
 * @param layout where the layout of the worksheet lies; null, and left out, for other kinds
 */
public record PageReceived(
        UUID eventId,
        Instant occurredAt,
        SchoolId schoolId,
        SubmissionId submissionId,
        PageId pageId,
        int number,
        ObjectKey photo,
        AssignmentKind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectKey layout) {

    public static final String TOPIC = "homework.page-received.v1";

    /** Where records go that failed too often or cannot ever succeed. */
    public static final String DEAD_LETTER_TOPIC = "homework.page-received.dlt.v1";

    public PageReceived {
        if (number < 1) {
            throw new IllegalArgumentException("Page numbers start at 1, was " + number);
        }
    }

    /** A page that is read without a layout. */
    public PageReceived(
            UUID eventId,
            Instant occurredAt,
            SchoolId schoolId,
            SubmissionId submissionId,
            PageId pageId,
            int number,
            ObjectKey photo,
            AssignmentKind kind) {
        this(eventId, occurredAt, schoolId, submissionId, pageId, number, photo, kind, null);
    }
}
