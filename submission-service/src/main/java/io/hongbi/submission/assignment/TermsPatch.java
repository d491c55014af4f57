package io.hongbi.submission.assignment;

import io.hongbi.submission.assignment.Assignment.Release;
import io.hongbi.submission.assignment.Assignment.ShowAnswers;
import io.hongbi.submission.assignment.InvalidAssignment.Fault;
import io.hongbi.submission.assignment.InvalidAssignment.Reason;
import io.hongbi.submission.marking.CompletionRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Changes some terms as RFC 7396 (JSON merge patch) says: what is absent stays, null takes a time
 * away.
 */
final class TermsPatch {

    private static final SimpleModule TIMES =
            new SimpleModule().addDeserializer(Instant.class, new SchoolTime());

    private final JsonMapper json;
    private final JsonNode patch;
    private final List<Fault> faults = new ArrayList<>();

    TermsPatch(JsonMapper json, JsonNode patch) {
        this.json = json.rebuild().addModule(TIMES).build();
        this.patch = patch;
    }

    /**
     * @throws InvalidAssignment naming every field that is wrong
     */
    Terms applyTo(Assignment assignment) {
        fixed("id", assignment.id().toString());
        fixed("classId", assignment.classId().toString());
        fixed("kind", json.valueToTree(assignment.kind()).asString());
        var worksheet = assignment.worksheet();
        fixed("worksheetId", worksheet == null ? "" : worksheet.id().toString());
        var title = required("title", String.class, assignment.title());
        var opensAt = required("opensAt", Instant.class, assignment.opensAt());
        var dueAt = optional("dueAt", Instant.class, assignment.dueAt());
        var closesAt = optional("closesAt", Instant.class, assignment.closesAt());
        var releaseAt = optional("releaseAt", Instant.class, assignment.releaseAt());
        var release = required("release", Release.class, assignment.release());
        var showAnswers = required("showAnswers", ShowAnswers.class, assignment.showAnswers());
        var equalForms = required("equalForms", Boolean.class, assignment.equalForms());
        var completionMarks =
                optional("completionMarks", CompletionRule.class, assignment.completionMarks());
        if (!faults.isEmpty()) {
            throw new InvalidAssignment(faults);
        }
        return new Terms(
                title,
                opensAt,
                dueAt,
                closesAt,
                releaseAt,
                release,
                showAnswers,
                equalForms,
                completionMarks);
    }

    /** What is sent back as it was is no change. */
    private void fixed(String field, String value) {
        if (patch.has(field) && !patch.get(field).asString().equals(value)) {
            faults.add(new Fault(field, Reason.FIXED));
        }
    }

    private <T> T required(String field, Class<T> type, T before) {
        var value = optional(field, type, before);
        if (value == null) {
            faults.add(new Fault(field, Reason.MISSING));
            return before;
        }
        return value;
    }

    private <T> @Nullable T optional(String field, Class<T> type, @Nullable T before) {
        if (!patch.has(field)) {
            return before;
        }
        try {
            return patch.get(field).isNull() ? null : json.treeToValue(patch.get(field), type);
        } catch (JacksonException e) {
            faults.add(new Fault(field, Reason.UNREADABLE));
            return before;
        }
    }
}
