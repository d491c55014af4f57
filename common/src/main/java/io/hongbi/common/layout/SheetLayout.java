package io.hongbi.common.layout;

import io.hongbi.common.id.WorksheetId;
import java.util.HashSet;
import java.util.List;

/**
 * One revision of a worksheet as it is printed: {@code layout.json}. All lengths are millimetres
 * from the top left corner of the paper, y downwards. Fields are added, never renamed. It holds no
 * answers.
 *
 * @param revision from 1; a printed one never changes
 * @param pages in order, numbered from 1
 */
public record SheetLayout(
        WorksheetId worksheetId, int revision, Paper paper, List<SheetPage> pages) {

    public SheetLayout {
        pages = List.copyOf(pages);
        SheetRules.requireBetween(revision, 1, SheetCode.LAST_REVISION);
        SheetRules.requireBetween(pages.size(), 1, SheetCode.LAST_PAGE);
        var items = new HashSet<String>();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).number() != i + 1) {
                throw new IllegalArgumentException("Pages are numbered from 1 in order");
            }
            if (!pages.get(i).places().stream().allMatch(paper::holds)) {
                throw new IllegalArgumentException("Page " + (i + 1) + " reaches over the paper");
            }
            for (var item : pages.get(i).items()) {
                if (!items.add(item.itemId())) {
                    throw new IllegalArgumentException(item.itemId() + " appears twice");
                }
            }
        }
    }
}
