package io.hongbi.submission.marking.sum;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is right in the gap of a sum. */
sealed interface Solution {

    /** One number. */
    record Exact(Quantity quantity) implements Solution {

        @Override
        public boolean isRounded(String response) {
            return quantity.isRounded(response);
        }

        @Override
        public boolean isAnswer(String response) {
            return Quantity.parse(response).isPresent();
        }

        @Override
        public Fit fit(String response) {
            var given = Quantity.parse(response);
            if (given.isEmpty() || !given.get().equals(quantity)) {
                return Fit.DIFFERENT;
            }
            return quantity.isPlain(response) ? Fit.SAME : Fit.OTHER_FORM;
        }

        @Override
        public String text(@Nullable String response) {
            return quantity.plain();
        }
    }

    /**
     * A whole quotient and what remains.
     *
     * @param rest 0 or more, less than the divisor
     */
    record Remaining(BigInteger quotient, Quantity rest) implements Solution {

        private static final Pattern TEXT =
                Pattern.compile("([0-9]+)\\.\\.\\.([0-9]+(\\.[0-9]+)?)");

        /** Empty where there is none: of negative numbers, and for a divisor of 0. */
        static Optional<Remaining> of(Quantity dividend, Quantity divisor) {
            if (dividend.isNegative() || divisor.isNegative() || divisor.isZero()) {
                return Optional.empty();
            }
            var quotient = dividend.dividedBy(divisor).floor();
            return Optional.of(
                    new Remaining(quotient, dividend.minus(divisor.times(Quantity.of(quotient)))));
        }

        @Override
        public boolean isAnswer(String response) {
            return TEXT.matcher(response).matches();
        }

        @Override
        public Fit fit(String response) {
            var given = TEXT.matcher(response);
            boolean same =
                    given.matches()
                            && new BigInteger(given.group(1)).equals(quotient)
                            && Quantity.parse(given.group(2)).filter(rest::equals).isPresent();
            if (!same) {
                return Fit.DIFFERENT;
            }
            return response.equals(text(null)) ? Fit.SAME : Fit.OTHER_FORM;
        }

        @Override
        public String text(@Nullable String response) {
            return quotient + Sum.REMAINDER + rest.plain();
        }
    }

    /** A division of whole numbers, which may be answered in either way. */
    record Division(Exact exact, Remaining remaining) implements Solution {

        @Override
        public boolean isRounded(String response) {
            return exact.isRounded(response);
        }

        @Override
        public boolean isAnswer(String response) {
            return exact.isAnswer(response) || remaining.isAnswer(response);
        }

        @Override
        public Fit fit(String response) {
            if (!response.contains(Sum.REMAINDER)) {
                return exact.fit(response);
            }
            var fit = remaining.fit(response);
            return fit == Fit.SAME && remaining.rest().isZero() ? Fit.OTHER_FORM : fit;
        }

        /**
         * With a remainder, unless none is left, nothing else is, or the answer has a point or a
         * fraction bar.
         */
        @Override
        public String text(@Nullable String response) {
            if (remaining.rest().isZero()) {
                return exact.text(null);
            }
            if (response != null && response.contains(Sum.REMAINDER)) {
                return remaining.text(null);
            }
            boolean broken =
                    response != null && (response.indexOf('.') >= 0 || response.indexOf('/') >= 0);
            boolean nothing = remaining.quotient().signum() == 0;
            return broken || nothing ? exact.text(null) : remaining.text(null);
        }
    }

    /** A sign between two sides: {@code <}, {@code >} or {@code =}. */
    record Sign(String sign) implements Solution {

        private static final Set<String> SIGNS = Set.of("<", ">", "=");

        @Override
        public boolean isAnswer(String response) {
            return SIGNS.contains(response);
        }

        @Override
        public Fit fit(String response) {
            return response.equals(sign) ? Fit.SAME : Fit.DIFFERENT;
        }

        @Override
        public String text(@Nullable String response) {
            return sign;
        }
    }

    /** How an answer is. */
    enum Fit {
        /** Right, with nothing needless about it. */
        SAME,
        /** The right number in another form: {@code 2.50}, {@code .5}, {@code 043}. */
        OTHER_FORM,
        DIFFERENT
    }

    /** Whether it is an answer at all, right or wrong: a number, a sign. */
    boolean isAnswer(String response);

    Fit fit(String response);

    /** Whether it is a number that goes on for ever, as far as it was written down. */
    default boolean isRounded(String response) {
        return false;
    }

    /**
     * The right answer.
     *
     * @param response that was given, for there may be several ways to put it; null where none was
     */
    String text(@Nullable String response);
}
