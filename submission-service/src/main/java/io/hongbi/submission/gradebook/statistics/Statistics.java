package io.hongbi.submission.gradebook.statistics;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.PersonId;
import io.hongbi.submission.marking.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a class made of an assignment: for teachers' eyes only. Shares lie between 0 and 1 and have
 * two places. A figure that makes no sense yet is null.
 *
 * @param keyVersion by which the marks are; null where the assignment is not marked
 * @param scores null while no paper's marks are all known
 * @param completion null while no paper is read
 * @param items in the order of the sheet; none where papers do not ask the same
 */
record Statistics(
        @Nullable Integer keyVersion,
        Turnout turnout,
        @Nullable Scores scores,
        @Nullable Completion completion,
        List<ItemFigures> items) {

    Statistics {
        items = List.copyOf(items);
    }

    /**
     * Who handed in.
     *
     * @param students those enrolled, and those who handed in
     * @param states of the latest attempts, how many of each
     * @param missing who handed in nothing, by student number
     */
    record Turnout(
            int students,
            int handedIn,
            Map<SubmissionState, Integer> states,
            List<PersonId> missing) {

        Turnout {
            states = Map.copyOf(states);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Scores as shares of the maximum, of papers whose marks are all known.
     *
     * @param open how many papers have a mark that is not known yet
     * @param max of the score; null where papers have different ones
     * @param standardDeviation of the class itself, not estimated from it; null below two papers
     * @param distribution ten bars of a tenth each; what is below 0 or above 1 is in the last ones
     */
    record Scores(
            int papers,
            int open,
            @Nullable BigDecimal max,
            BigDecimal mean,
            BigDecimal median,
            BigDecimal lowest,
            BigDecimal highest,
            @Nullable BigDecimal standardDeviation,
            List<Integer> distribution) {

        Scores {
            distribution = List.copyOf(distribution);
        }
    }

    /**
     * How much was done: of notes the share that the reader found done, of others the share of the
     * items that are not blank. Blank below 0.05, complete from 0.9.
     */
    record Completion(int papers, BigDecimal mean, int blank, int partial, int complete) {}

    /**
     * One item.
     *
     * @param known how many marks are known
     * @param facility mean share of its points, of the marks that are known
     * @param discrimination see {@link Discrimination}; null below {@value Discrimination#FEWEST}
     *     papers, and where all did equally well
     * @param options of choices, in their order; a paper that chose two is in both
     * @param answers the most frequent first, {@value ItemAnalysis#MOST_ANSWERS} of them at most
     * @param otherAnswers how many papers gave one that is not listed
     */
    record ItemFigures(
            String itemId,
            BigDecimal max,
            int known,
            int blank,
            int doubtful,
            @Nullable BigDecimal facility,
            @Nullable BigDecimal discrimination,
            List<OptionShare> options,
            List<AnswerGroup> answers,
            int otherAnswers,
            @Nullable SuspiciousKey suspiciousKey) {

        ItemFigures {
            options = List.copyOf(options);
            answers = List.copyOf(answers);
        }
    }

    /**
     * @param share of the papers that show the item; null where none does
     */
    record OptionShare(String option, int papers, @Nullable BigDecimal share) {}

    /**
     * Papers with equal responses.
     *
     * @param response null where it is blank, or nothing could be named
     * @param mark null where it is not known, or differs within the group
     */
    record AnswerGroup(
            @Nullable String response, Verdict verdict, int papers, @Nullable BigDecimal mark) {}

    /**
     * Strong students agree on an answer that the key calls wrong: look at the key.
     *
     * @param response what they answered
     * @param papers how many of them
     * @param of how many strong students there are
     */
    record SuspiciousKey(String response, int papers, int of) {}
}
