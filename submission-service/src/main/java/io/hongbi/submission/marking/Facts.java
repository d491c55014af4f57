package io.hongbi.submission.marking;

import java.util.Collection;
import java.util.List;

/**
 * What is known of one submission of a worksheet. Sightings and acts may come in any order, and
 * twice.
 *
 * @param items what the sheet asks, in its order
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
}
