package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Bubble;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges all bubbles of a page together.
 *
 * @param black ink of print
 */
record BubbleMarks(InkField field, Homography toPhoto, LocalField local, double black) {

    /**
     * @param families of bubbles that are printed alike: as close, with labels at the same side
     */
    Map<Bubble, BubbleMark> of(List<List<Bubble>> families) {
        var patches = families.stream().map(this::patches).toList();
        var all = patches.stream().flatMap(family -> family.values().stream()).toList();
        var marks = new HashMap<Bubble, BubbleMark>();
        for (var family : patches) {
            if (!family.isEmpty()) {
                var page = Populations.of(all, List.copyOf(family.values()), black);
                family.forEach((bubble, patch) ->
                        marks.put(
                                bubble,
                                page.telling() ? BubbleMark.of(patch, page) : BubbleMark.UNSEEN));
            }
        }
        return marks;
    }

    private Map<Bubble, Patch> patches(List<Bubble> family) {
        var rings = Rings.of(family.stream().map(Bubble::box).toList());
        var patches = new LinkedHashMap<Bubble, Patch>();
        for (var bubble : family) {
            var box = bubble.box();
            patches.put(bubble, new Patch(field, toPhoto, box, local.of(box), rings));
        }
        return patches;
    }
}
