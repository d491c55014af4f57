package io.hongbi.submission.marking;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a teacher decided about answers. Acts are added, never changed or taken away. */
public sealed interface TeacherAct {

    /** Grows with every act of the school; of two acts about one thing the later counts. */
    long sequence();

    /**
     * An override: the teacher's word instead of the machine's.
     *
     * @param expression that was decided on, for another photo may show another at that place; null
     *     for items of worksheets
     */
    record Overridden(long sequence, String itemId, @Nullable String expression, Decision decision)
            implements TeacherAct {

        /** On an item of a worksheet. */
        public Overridden(long sequence, String itemId, Decision decision) {
            this(sequence, itemId, null, decision);
        }
    }

    /**
     * An override for every paper of the assignment on which the machine sees that answer, also
     * those that come later. A word on one paper stands above it.
     *
     * @param seen by the machine; of its page nothing is asked
     */
    record GroupOverridden(long sequence, Sighting seen, Decision decision) implements TeacherAct {}

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
}
