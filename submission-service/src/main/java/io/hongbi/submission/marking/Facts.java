package io.hongbi.submission.marking;

import io.hongbi.submission.marking.AskedItem.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one submission. Sightings and acts may come in any order, and twice.
 *
 * @param items what the sheet asks, in its order; of sums, those that were found
 * @param sightings of the readings that count
 * @param allRead whether no photo waits to be read or to be taken again
 */
public record Facts(
        List<AskedItem> items, List<Sighting> sightings, boolean allRead, List<TeacherAct> acts) {

    public Facts {
        items = List.copyOf(items);
        sightings = List.copyOf(sightings);
        acts = List.copyOf(acts);
    }

    /** As the machine sees it, before any teacher. */
    public static Facts read(
            List<AskedItem> items, Collection<Sighting> sightings, boolean allRead) {
        return new Facts(items, List.copyOf(sightings), allRead, List.of());
    }

    /** Pages of sums, which ask what is seen on them, page by page as the reader has it. */
    public static Facts ofSums(List<Sighting> sightings, boolean allRead, List<TeacherAct> acts) {
        var items = new LinkedHashMap<String, AskedItem>();
        sightings.stream()
                .filter(sighting -> sighting.expression() != null)
                .sorted(Comparator.comparingInt(Sighting::page))
                .forEach(sum ->
                        items.putIfAbsent(
                                sum.itemId(),
                                new AskedItem(
                                        sum.itemId(),
                                        sum.page(),
                                        Kind.EXPRESSION,
                                        sum.expression())));
        return new Facts(List.copyOf(items.values()), sightings, allRead, acts);
    }

    /** The same paper with what teachers decided. */
    public Facts with(List<TeacherAct> decided) {
        return new Facts(items, sightings, allRead, decided);
    }

    /**
     * What the machine sees; empty where no photo shows it, they do not agree, or it is only known
     * to be wrong.
     */
    public Optional<Sighting> seen(AskedItem item) {
        var shown = sightings.stream().filter(s -> s.itemId().equals(item.itemId())).toList();
        return Observation.of(item, shown)
                                instanceof
                                Observation.Seen(var page, var state, var response, var notRight)
                        && !notRight
                ? Optional.of(new Sighting(item.itemId(), page, state, response, item.expression()))
                : Optional.empty();
    }

    /** Whether the machine sees the same answer to the same on this paper too. */
    public boolean shows(Sighting answer) {
        return items.stream()
                .filter(item -> item.question().equals(answer.question()))
                .anyMatch(item -> seen(item).filter(answer::agreesWith).isPresent());
    }
}
