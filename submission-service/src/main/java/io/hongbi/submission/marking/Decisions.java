package io.hongbi.submission.marking;

import io.hongbi.common.reading.Item;
import io.hongbi.submission.marking.TeacherAct.Decision;
import io.hongbi.submission.marking.TeacherAct.GroupOverridden;
import io.hongbi.submission.marking.TeacherAct.Overridden;
import io.hongbi.submission.marking.TeacherAct.Undone;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in force of teachers' acts, in whatever order and however often they come. */
final class Decisions {

    private final Map<One, Decision> onOne = new HashMap<>();
    private final Map<Group, Decision> onGroups = new HashMap<>();

    private record One(String itemId, @Nullable String expression) {}

    private record Group(String question, Item.State state, @Nullable String response) {}

    private Decisions() {}

    static Decisions of(Collection<TeacherAct> acts) {
        var decisions = new Decisions();
        var undone = new HashSet<Long>();
        for (var act : latestFirst(acts)) {
            if (!undone.contains(act.sequence())) {
                switch (act) {
                    case Undone(_, var earlier) -> undone.add(earlier);
                    case Overridden(_, var itemId, var expression, var decision) ->
                            decisions.onOne.putIfAbsent(new One(itemId, expression), decision);
                    case GroupOverridden(_, var seen, var decision) ->
                            decisions.onGroups.putIfAbsent(
                                    new Group(seen.question(), seen.state(), seen.response()),
                                    decision);
                }
            }
        }
        return decisions;
    }

    /** The word on this paper, or on all that show the same; null where there is none. */
    @Nullable Decision on(AskedItem item, Observation observation) {
        var decision = onOne.get(new One(item.itemId(), item.expression()));
        if (decision == null
                && observation instanceof Observation.Seen(_, var state, var answer, var notRight)
                && !notRight) {
            return onGroups.get(new Group(item.question(), state, answer));
        }
        return decision;
    }

    private static List<TeacherAct> latestFirst(Collection<TeacherAct> acts) {
        return acts.stream()
                .sorted(Comparator.comparingLong(TeacherAct::sequence).reversed())
                .toList();
    }
}
