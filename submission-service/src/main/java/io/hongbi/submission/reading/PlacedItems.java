package io.hongbi.submission.reading;

import static java.util.stream.Collectors.toMap;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.PageReading;

/**
 * Gives the sums of a page ids that no other page of the submission has: the reader counts those of
 * each page from {@code e1}, here they are {@code p2e1}.
 */
final class PlacedItems {

    private PlacedItems() {}

    static boolean needed(PageReading reading) {
        return reading.items().stream().anyMatch(item -> item.kind() == Item.Kind.EXPRESSION);
    }

    /**
     * @param number the page's place in its submission, from 1
     */
    static PageRead on(int number, PageRead event) {
        var reading = event.reading();
        var prefix = "p" + number;
        return new PageRead(
                event.eventId(),
                event.occurredAt(),
                event.schoolId(),
                event.submissionId(),
                event.pageId(),
                reading.withItems(
                        reading.items().stream()
                                .map(item -> item.named(prefix + item.itemId()))
                                .toList()),
                event.preview(),
                event.crops().entrySet().stream()
                        .collect(toMap(crop -> prefix + crop.getKey(), crop -> crop.getValue())),
                event.trace());
    }
}
