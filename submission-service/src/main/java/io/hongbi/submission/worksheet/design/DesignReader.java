package io.hongbi.submission.worksheet.design;

import io.hongbi.submission.worksheet.design.InvalidDesign.Fault;
import io.hongbi.submission.worksheet.design.InvalidDesign.Reason;
import io.hongbi.submission.worksheet.design.SheetDesign.Size;
import io.hongbi.submission.worksheet.design.SheetDesign.StudentNumberField;
import io.hongbi.submission.worksheet.design.SheetDesign.StudentNumberField.As;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a design from the JSON of a request and finds everything that is wrong with it. */
public final class DesignReader {

    private final IntPredicate printable;

    /**
     * @param printable whether the fonts have that character
     */
    public DesignReader(IntPredicate printable) {
        this.printable = printable;
    }

    /**
     * @throws InvalidDesign naming every field that is wrong
     */
    public Draft read(JsonNode json) {
        var faults = new ArrayList<Fault>();
        var fields = new Fields(json, "", faults, printable);
        var title = fields.text("title", SheetDesign.LONGEST_TITLE, false);
        if (title == null && faults.isEmpty()) {
            fields.fault("title", Reason.MISSING);
        }
        var paper = "Letter".equals(fields.word("paper", List.of("A4", "Letter")));
        var studentNumber = studentNumber(fields);
        var answers = new HashMap<String, String>();
        var items = items(fields, answers);
        if (!faults.isEmpty() || title == null) {
            throw new InvalidDesign(faults);
        }
        return new Draft(
                new SheetDesign(title, paper ? Size.LETTER : Size.A4, studentNumber, items),
                new AnswerKey(answers));
    }

    private static @Nullable StudentNumberField studentNumber(Fields fields) {
        var json = fields.get("studentNumber");
        if (json == null) {
            return null;
        }
        if (!json.isObject()) {
            fields.fault("studentNumber", Reason.UNREADABLE);
            return null;
        }
        var field = fields.at(json, "/studentNumber");
        int digits = field.number("digits", 1, SheetDesign.MOST_STUDENT_NUMBER_DIGITS);
        var boxes = "boxes".equals(field.word("as", List.of("bubbles", "boxes")));
        return new StudentNumberField(digits, boxes ? As.BOXES : As.BUBBLES);
    }

    private static List<DesignItem> items(Fields fields, Map<String, String> answers) {
        var json = fields.get("items");
        if (json == null || (json.isArray() && json.isEmpty())) {
            fields.fault("items", Reason.MISSING);
            return List.of();
        }
        if (!json.isArray()) {
            fields.fault("items", Reason.UNREADABLE);
            return List.of();
        }
        if (json.size() > SheetDesign.MOST_ITEMS) {
            fields.fault("items", Reason.TOO_MANY, SheetDesign.MOST_ITEMS);
            return List.of();
        }
        var items = new ArrayList<DesignItem>();
        for (int i = 0; i < json.size(); i++) {
            if (!json.get(i).isObject()) {
                fields.fault("items/" + i, Reason.UNREADABLE);
                continue;
            }
            int before = fields.faultCount();
            var reader = new ItemReader(fields.at(json.get(i), "/items/" + i));
            var item = reader.item();
            var answer = item == null || fields.faultCount() > before ? null : reader.answer(item);
            if (item != null) {
                items.add(item);
            }
            if (answer != null) {
                answers.put(SheetDesign.itemId(i), answer);
            }
        }
        return items;
    }
}
