package io.hongbi.submission.marking;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a mark is what it is; put into words where it is shown, for whoever reads it. */
public sealed interface Reason {

    /** Whether a teacher has to do something before there is a mark. */
    default boolean asksTeacher() {
        return switch (this) {
            case Unsure _, PhotosDiffer _, ForTeacher _, NoKey _, Unsolvable _ -> true;
            case Right _, EqualNumber _, NearEnough _, PartlyRight _, Wrong _, LeftBlank _ -> false;
            case Solved _, Missolved _, NotRight _, CrossedOut _ -> false;
            case OtherForm _, Done _ -> false;
            case NotHandedIn _, NotRead _, Uncounted _, FullForAll _, TeachersMark _ -> false;
        };
    }

    /** The answer is one of the right ones. */
    record Right(String response) implements Reason {}

    /** The answer is the right number in another form: 0.5 for 1/2. */
    record EqualNumber(String response, String expected) implements Reason {}

    /** The answer is within the tolerance of the right number. */
    record NearEnough(String response, String expected, String tolerance) implements Reason {}

    /**
     * Some of the options are right.
     *
     * @param hits right options that were chosen
     * @param misses chosen options that are not right
     * @param of how many options are right
     */
    record PartlyRight(String response, String expected, int hits, int misses, int of)
            implements Reason {}

    /** The answer is none of the right ones. */
    record Wrong(String response, String expected) implements Reason {}

    /**
     * The sum holds.
     *
     * @param sum with the answer in its place: {@code 16 + 27 = 43}
     */
    record Solved(String sum) implements Reason {}

    /**
     * The sum does not hold.
     *
     * @param sum with the right answer in its place
     */
    record Missolved(String sum, String response) implements Reason {}

    /**
     * The sum does not hold, whatever is written there exactly.
     *
     * @param sum with the right answer in its place
     * @param perhaps what it might be
     */
    record NotRight(String sum, String perhaps) implements Reason {}

    /**
     * The answer was crossed out, and none written anew.
     *
     * @param sum with the right answer in its place
     */
    record CrossedOut(String sum) implements Reason {}

    /** The answer is the right number in a form that does not count here: 2.50 for 2.5. */
    record OtherForm(String response, String expected) implements Reason {}

    /** The sum cannot be worked out as it was read. */
    record Unsolvable() implements Reason {}

    /**
     * So much of the notes is done.
     *
     * @param percent 0 to 100
     */
    record Done(Completion.Value value, int percent) implements Reason {}

    /** Nothing was answered. */
    record LeftBlank() implements Reason {}

    /**
     * The reader is not certain.
     *
     * @param state any but ok and blank
     * @param response what it might be
     */
    record Unsure(Item.State state, @Nullable String response) implements Reason {

        public Unsure {
            if (state == Item.State.OK || state == Item.State.BLANK) {
                throw new IllegalArgumentException("The reader is certain of " + state);
            }
        }
    }

    /**
     * Several photos show the item, and not the same answer.
     *
     * @param pages their numbers in the submission
     */
    record PhotosDiffer(List<Integer> pages) implements Reason {

        public PhotosDiffer {
            pages = List.copyOf(pages);
        }
    }

    /** A free answer waits for its mark. */
    record ForTeacher() implements Reason {}

    /** Nobody has said yet what is right. */
    record NoKey() implements Reason {}

    /**
     * No photo shows the page that the item stands on.
     *
     * @param sheetPage of the worksheet
     */
    record NotHandedIn(int sheetPage) implements Reason {}

    /** A photo waits to be read, or to be taken again; the item may be on it. */
    record NotRead() implements Reason {}

    /** The item was dropped, or nothing is to be won with it: it counts for nobody. */
    record Uncounted() implements Reason {}

    /** Everybody gets the points. */
    record FullForAll() implements Reason {}

    /** A teacher gave the mark. */
    record TeachersMark() implements Reason {}
}
