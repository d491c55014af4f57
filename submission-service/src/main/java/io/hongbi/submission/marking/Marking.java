package io.hongbi.submission.marking;

import static java.util.stream.Collectors.groupingBy;

import io.hongbi.submission.marking.ItemKey.Counting;
import io.hongbi.submission.marking.Mark.Layer;
import io.hongbi.submission.marking.TeacherAct.Decision;
import java.util.List;
import java.util.Map;

/**
 * Marks a submission. The same facts and key give the same marks, whatever order the facts come in
 * and however often. What is not certain has no mark: it is asked about, never guessed.
 */
public final class Marking {

    private final KeyVersion key;
    private final Facts facts;
    private final Map<String, List<Sighting>> sightings;
    private final Decisions decisions;

    private Marking(Facts facts, KeyVersion key) {
        this.facts = facts;
        this.key = key;
        this.sightings = facts.sightings().stream().collect(groupingBy(Sighting::itemId));
        this.decisions = Decisions.of(facts.acts());
    }

    public static Marks mark(Facts facts, KeyVersion key) {
        var marking = new Marking(facts, key);
        return new Marks(key.version(), facts.items().stream().map(marking::mark).toList());
    }

    private Mark mark(AskedItem item) {
        var seen = Observation.of(item, sightings.getOrDefault(item.itemId(), List.of()));
        var itemKey = key.of(item);
        var machine =
                ItemMarking.of(item, itemKey, key.equalForms(), seen.firstPage(), Layer.MACHINE);
        var decision = decisions.on(item, seen);
        if (itemKey.counting() == Counting.DROPPED) {
            return machine.uncounted(seen.answer());
        }
        return decision == null
                ? byMachine(machine, seen)
                : decided(machine.by(Layer.TEACHER), decision, seen);
    }

    private static Mark decided(ItemMarking teacher, Decision decision, Observation seen) {
        return switch (decision) {
            case Decision.Mark(var mark) -> teacher.given(mark, seen.answer());
            case Decision.Response(var response) ->
                    teacher.key().everyone()
                            ? teacher.full(response.isBlank() ? null : response)
                            : teacher.judge(response);
        };
    }

    private Mark byMachine(ItemMarking machine, Observation seen) {
        if (machine.key().everyone()) {
            return machine.full(seen.answer());
        }
        if (machine.isWorthless()) {
            return machine.uncounted(seen.answer());
        }
        return switch (seen) {
            case Observation.Unseen() -> machine.open(whyUnseen(machine.item()));
            case Observation.Differing(var pages) ->
                    machine.doubtful(new Reason.PhotosDiffer(pages), null);
            case Observation.Seen(_, var state, var response, var notRight) ->
                    notRight ? machine.notRight(response) : machine.read(state, response);
        };
    }

    private Reason whyUnseen(AskedItem item) {
        return facts.allRead() ? new Reason.NotHandedIn(item.sheetPage()) : new Reason.NotRead();
    }
}
