package io.hongbi.submission.worksheet.design;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The right answers of a sheet: for teachers' eyes only.
 *
 * @param answers item id to answer; items without one are not marked by the machine
 */
public record AnswerKey(@JsonValue Map<String, String> answers) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AnswerKey {
        answers = Map.copyOf(answers);
    }

    public @Nullable String of(String itemId) {
        return answers.get(itemId);
    }

    /** How many, and never which: answers do not belong into logs. */
    @Override
    public String toString() {
        return "AnswerKey of " + new TreeMap<>(answers).keySet();
    }
}
