package io.hongbi.submission.reading.marks;

import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.submission.assignment.Assignment.Sheet;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.AskedItem.Kind;
import io.hongbi.submission.worksheet.Worksheets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What worksheets ask. A revision never changes, so those used lately are remembered. */
@Component
class AskedItems {

    private static final int REMEMBERED = 500;

    private final Worksheets worksheets;
    private final Map<Sheet, List<AskedItem>> lately = Collections.synchronizedMap(remembered());

    AskedItems(Worksheets worksheets) {
        this.worksheets = worksheets;
    }

    /** In the order of the sheet, which an assignment of the school that is asked for names. */
    List<AskedItem> of(Sheet sheet) {
        var known = lately.get(sheet);
        if (known != null) {
            return known;
        }
        var items = read(sheet);
        lately.put(sheet, items);
        return items;
    }

    /** What can be chosen, by item; of items where nothing is chosen there is no entry. */
    Map<String, List<String>> options(Sheet sheet) {
        Map<String, List<String>> options = new HashMap<>();
        for (var page : worksheets.layout(sheet.id(), sheet.revision()).orElseThrow().pages()) {
            for (var item : page.items()) {
                var bubbles =
                        switch (item) {
                            case SheetItem.Choice(_, _, var choices) -> choices;
                            case SheetItem.TrueFalse(_, var choices) -> choices;
                            case SheetItem.Digits _, SheetItem.Letters _, SheetItem.Free _ ->
                                    List.<Bubble>of();
                        };
                if (!bubbles.isEmpty()) {
                    options.put(item.itemId(), bubbles.stream().map(Bubble::value).toList());
                }
            }
        }
        return options;
    }

    private List<AskedItem> read(Sheet sheet) {
        return worksheets.layout(sheet.id(), sheet.revision()).orElseThrow().pages().stream()
                .flatMap(page ->
                        page.items().stream()
                                .map(item ->
                                        new AskedItem(item.itemId(), page.number(), kind(item))))
                .toList();
    }

    private static Kind kind(SheetItem item) {
        return switch (item) {
            case SheetItem.Choice(_, var multiple, _) ->
                    multiple ? Kind.MULTIPLE_CHOICE : Kind.SINGLE_CHOICE;
            case SheetItem.TrueFalse _ -> Kind.TRUE_FALSE;
            case SheetItem.Digits _ -> Kind.DIGITS;
            case SheetItem.Letters _ -> Kind.LETTERS;
            case SheetItem.Free _ -> Kind.FREE;
        };
    }

    private static Map<Sheet, List<AskedItem>> remembered() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Sheet, List<AskedItem>> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
