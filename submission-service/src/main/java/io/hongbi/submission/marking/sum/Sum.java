package io.hongbi.submission.marking.sum;

import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sum that asks for one answer, and what is right there. */
public final class Sum {

    static final String GAP = "()";
    static final String REMAINDER = "...";

    /** Characters; a longer one is no sum that a page has. */
    private static final int LONGEST = 120;

    private static final int LONGEST_RESPONSE = 64;

    /** Responses for which that to a division is to be a number, or to have a remainder. */
    private static final String AS_NUMBER = "0.0";

    private static final String WITH_REMAINDER = "0...0";

    private final String asked;
    private final Solution solution;

    private Sum(String asked, Solution solution) {
        this.asked = asked;
        this.solution = solution;
    }

    /** What an answer is. */
    public enum Answer {
        RIGHT,
        /** The right number in a form with something needless: {@code 2.50}, {@code .5}. */
        RIGHT_IN_OTHER_FORM,
        WRONG
    }

    /**
     * Reads what readings call an expression.
     *
     * @param expression digits and {@code + - * / ( ) = < > .}; {@code ()} where the answer
     *     belongs, left out behind an equals sign at the end; {@code ()...()} asks for quotient and
     *     remainder
     * @return empty where it cannot be worked out: malformed, with no or several gaps, dividing by
     *     zero, without or with more than one right answer
     */
    public static Optional<Sum> of(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.empty();
        }
        var asked = expression.endsWith("=") ? expression + GAP : expression;
        return Solver.solve(asked).map(solution -> new Sum(asked, solution));
    }

    public Answer judge(String response) {
        var given = folded(response);
        return given.length() > LONGEST_RESPONSE
                ? Answer.WRONG
                : switch (solution.fit(given)) {
                    case SAME -> Answer.RIGHT;
                    case OTHER_FORM -> Answer.RIGHT_IN_OTHER_FORM;
                    case DIFFERENT -> Answer.WRONG;
                };
    }

    /**
     * Whether a few pixels more would make the sum hold: the response only lacks characters of a
     * right one, or the sum a point or the dots of a division sign.
     */
    boolean wouldHoldWithMore(String response) {
        var given = folded(response);
        return Stream.of(solution.text(WITH_REMAINDER), solution.text(AS_NUMBER))
                        .filter(right -> !right.contains("/"))
                        .anyMatch(right -> Overlooked.isWithin(given, right))
                || Overlooked.sums(asked)
                        .anyMatch(other -> of(other).filter(sum -> sum.holds(given)).isPresent());
    }

    /** Whether it is right as far as it goes; there are pages that ask for so many places. */
    boolean isRounded(String response) {
        return asked.endsWith("=" + GAP) && solution.isRounded(folded(response));
    }

    /** Whether the answer is a sign between two sides. */
    boolean isComparison() {
        return solution instanceof Solution.Sign;
    }

    /** Whether it is an answer to the sum at all, right or wrong. */
    boolean isAnswer(String response) {
        return solution.isAnswer(folded(response));
    }

    /** Whether both are right, one plainly and the other in a form with something needless. */
    boolean holdsInAnotherForm(String response, String other) {
        return holds(response) && holds(other) && judge(response) != judge(other);
    }

    boolean holds(String response) {
        return judge(response) != Answer.WRONG;
    }

    /**
     * The right answer: {@code 43}, {@code 3...2}, {@code <}.
     *
     * @param response that was given, which says whether a division is to have a remainder; null
     *     where none was
     */
    public String expected(@Nullable String response) {
        return solution.text(response == null ? null : folded(response));
    }

    /** The sum with an answer in its place, as it is written in school: {@code 16 + 27 = 43}. */
    public String with(String answer) {
        var given = folded(answer).replace(REMAINDER, "……");
        var spaced = solution instanceof Solution.Sign ? " " + given + " " : given;
        return Lettering.of(asked.replace(GAP + REMAINDER + GAP, GAP)).replace(GAP, spaced);
    }

    /** NFKC makes full-width characters half-width, and one character of dots several. */
    private static String folded(String response) {
        return Normalizer.normalize(response, Normalizer.Form.NFKC)
                .strip()
                .replace('\u2044', '/')
                .replace('\u2212', '-')
                .replaceAll("\\.{3,}", REMAINDER);
    }
}
