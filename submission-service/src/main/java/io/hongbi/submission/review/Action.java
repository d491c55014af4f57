package io.hongbi.submission.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a teacher did to the marks of an assignment.
 *
 * @param authorId null for a release that came at the time set for it
 * @param summary ids and counts, never a name or an answer
 * @param undoes the action that it takes back; null for any kind but {@link Kind#UNDO}
 * @param undone whether it is taken back at present
 */
public record Action(
        UUID id,
        AssignmentId assignmentId,
        Kind kind,
        @Nullable PersonId authorId,
        Instant at,
        Map<String, Object> summary,
        @Nullable UUID undoes,
        boolean undone) {

    /** What kind of thing. */
    public enum Kind {
        @JsonProperty("override")
        OVERRIDE,
        @JsonProperty("keys")
        KEYS,
        @JsonProperty("release")
        RELEASE,
        @JsonProperty("unrelease")
        UNRELEASE,
        /** A word on whether a sheet is the student's. */
        @JsonProperty("owner")
        OWNER,
        @JsonProperty("undo")
        UNDO
    }

    public Action {
        summary = Map.copyOf(summary);
    }

    /** The photo whose sheet it says something about; null for all but words on owners. */
    @Nullable PageId page() {
        return summary.get("pageId") instanceof String page ? PageId.of(page) : null;
    }

    /** Whether students see more or less by it, or by its undoing. */
    boolean aboutRelease() {
        return kind == Kind.RELEASE
                || kind == Kind.UNRELEASE
                || (summary.get("kind") instanceof String root && root.endsWith("release"));
    }
}
