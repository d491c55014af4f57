package io.hongbi.submission.marking;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What a teacher decided about one submission. Acts are added, never changed or taken away. */
public sealed interface TeacherAct {

    /** Grows with every act of the school; of two acts about one thing the later counts. */
    long sequence();

    /** An override: the teacher's word instead of the machine's. */
    record Overridden(long sequence, String itemId, Decision decision) implements TeacherAct {}

    /**
     * An earlier act is as if it had not been. It may be an undoing itself, which brings back what
     * that one took away.
     *
     * @param undone the sequence of the earlier act
     */
    record Undone(long sequence, long undone) implements TeacherAct {

        public Undone {
            if (undone >= sequence) {
                throw new IllegalArgumentException("Only what was done before can be undone");
            }
        }
    }

    /** What a teacher says of an answer. */
    sealed interface Decision {

        /**
         * What it is worth.
         *
         * @param mark 0 or more, at most two places; the item's points bound it when marks are made
         */
        record Mark(BigDecimal mark) implements Decision {

            public Mark {
                mark = Points.atLeastZero(mark);
            }
        }

        /** What it says; the key decides what that is worth. */
        record Response(String response) implements Decision {}
    }

    /** The decision on each item that has one, in whatever order and however often acts come. */
    static Map<String, Decision> inForce(Collection<TeacherAct> acts) {
        var undone = new HashSet<Long>();
        var decisions = new HashMap<String, Decision>();
        for (var act : latestFirst(acts)) {
            if (undone.contains(act.sequence())) {
                continue;
            }
            switch (act) {
                case Undone(_, var earlier) -> undone.add(earlier);
                case Overridden(_, var itemId, var decision) ->
                        decisions.putIfAbsent(itemId, decision);
            }
        }
        return decisions;
    }

    private static List<TeacherAct> latestFirst(Collection<TeacherAct> acts) {
        return acts.stream()
                .sorted(Comparator.comparingLong(TeacherAct::sequence).reversed())
                .toList();
    }
}
