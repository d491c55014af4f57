package io.hongbi.submission.marking;

import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.marking.AskedItem.Kind;
import io.hongbi.submission.marking.Mark.Layer;
import io.hongbi.submission.marking.sum.Sum;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Marks one item.
 *
 * @param sum of an expression, unless it cannot be worked out
 * @param equalForms whether the right number counts however it is written
 * @param page the first photo that shows it; null where none does
 */
record ItemMarking(
        AskedItem item,
        ItemKey key,
        Optional<Sum> sum,
        boolean equalForms,
        @Nullable Integer page,
        Layer layer) {

    static ItemMarking of(
            AskedItem item, ItemKey key, boolean equalForms, @Nullable Integer page, Layer layer) {
        var sum = Optional.ofNullable(item.expression()).flatMap(Sum::of);
        return new ItemMarking(item, key, sum, equalForms, page, layer);
    }

    ItemMarking by(Layer other) {
        return new ItemMarking(item, key, sum, equalForms, page, other);
    }

    /** Whether nothing can be won or lost, and nobody said what is right. */
    boolean isWorthless() {
        return key.points().signum() == 0 && (key.answers().isEmpty() || item.kind() == Kind.FREE);
    }

    /** What the reader says, which counts only where it is certain. */
    Mark read(State state, @Nullable String response) {
        if (isUnsolvable()) {
            return doubtful(new Reason.Unsolvable(), response);
        }
        if (item.kind() == AskedItem.Kind.COMPLETION) {
            return state == State.OK && response != null
                    ? judge(response)
                    : doubtful(unsure(state, response), response);
        }
        return switch (state) {
            case BLANK -> mark(BigDecimal.ZERO, Verdict.BLANK, null, new Reason.LeftBlank());
            case OK, FAINT, MULTIPLE, CROSSED_OUT, DOUBTFUL -> {
                if (item.kind() == Kind.FREE) {
                    yield open(new Reason.ForTeacher());
                }
                if (isWithoutKey()) {
                    yield withoutKey(response);
                }
                yield state == State.OK && response != null
                        ? judge(response)
                        : doubtful(unsure(state, response), response);
            }
        };
    }

    /**
     * An answer that is surely not the right one.
     *
     * @param perhaps what it might be; null where it is crossed out
     */
    Mark notRight(@Nullable String perhaps) {
        return sum.map(asked -> wrong(null, whyNotRight(solved(asked, null), perhaps)))
                .orElseGet(() -> read(State.DOUBTFUL, perhaps));
    }

    private static Reason whyNotRight(String solved, @Nullable String perhaps) {
        return perhaps == null
                ? new Reason.CrossedOut(solved)
                : new Reason.NotRight(solved, perhaps);
    }

    /** An answer that is certain. */
    Mark judge(String response) {
        if (isUnsolvable()) {
            return doubtful(new Reason.Unsolvable(), response);
        }
        var completion = key.completion();
        if (completion != null) {
            return done(completion, response.isBlank() ? "0" : response);
        }
        if (response.isBlank()) {
            return read(State.BLANK, null);
        }
        if (item.kind() == Kind.FREE) {
            return open(new Reason.ForTeacher());
        }
        if (isWithoutKey()) {
            return withoutKey(response);
        }
        return sum.map(each -> judged(each, response)).orElseGet(() -> compared(response));
    }

    private Mark judged(Sum asked, String response) {
        return switch (asked.judge(response)) {
            case RIGHT -> right(response, new Reason.Solved(asked.with(response)));
            case RIGHT_IN_OTHER_FORM ->
                    inOtherForm(
                            response,
                            new Reason.Solved(asked.with(response)),
                            asked.expected(response));
            case WRONG -> wrong(response, new Reason.Missolved(solved(asked, response), response));
        };
    }

    private static String solved(Sum asked, @Nullable String response) {
        return asked.with(asked.expected(response));
    }

    private Mark compared(String response) {
        Comparison best = new Comparison.Different();
        var closest = all();
        for (var right : key.answers()) {
            var comparison = Comparison.of(item.kind(), key, right, response);
            if (comparison.isBetterThan(best)) {
                best = comparison;
                closest = right;
            }
        }
        return compared(best, response, closest);
    }

    /**
     * @param share that is done, 0 to 1
     */
    private Mark done(CompletionRule rule, String share) {
        double part = Double.parseDouble(share);
        var value = CompletionRule.valueOf(part);
        var verdict =
                switch (value) {
                    case BLANK -> Verdict.BLANK;
                    case PARTIAL -> Verdict.PARTIAL;
                    case COMPLETE -> Verdict.RIGHT;
                };
        return mark(
                rule.points(part),
                verdict,
                share,
                new Reason.Done(value, (int) Math.round(part * 100)));
    }

    private Mark compared(Comparison comparison, String response, String right) {
        return switch (comparison) {
            case Comparison.Same() -> right(response, new Reason.Right(response));
            case Comparison.EqualNumber() ->
                    inOtherForm(response, new Reason.EqualNumber(response, right), right);
            case Comparison.NearEnough() ->
                    right(
                            response,
                            new Reason.NearEnough(
                                    response, right, key.tolerance().toPlainString()));
            case Comparison.Partly(var hits, var misses, var of) ->
                    mark(
                            Points.share(key.points(), hits - misses, of),
                            Verdict.PARTIAL,
                            response,
                            new Reason.PartlyRight(response, right, hits, misses, of));
            case Comparison.Different() -> wrong(response, new Reason.Wrong(response, right));
        };
    }

    /** A teacher's mark. Where the points have become fewer since, it is all of them. */
    Mark given(BigDecimal mark, @Nullable String response) {
        var bounded = mark.min(key.points());
        var verdict =
                bounded.compareTo(key.points()) == 0
                        ? Verdict.RIGHT
                        : bounded.signum() == 0 ? Verdict.WRONG : Verdict.PARTIAL;
        return mark(bounded, verdict, response, new Reason.TeachersMark());
    }

    Mark full(@Nullable String response) {
        return mark(key.points(), Verdict.RIGHT, response, new Reason.FullForAll());
    }

    Mark uncounted(@Nullable String response) {
        return mark(BigDecimal.ZERO, Verdict.NOT_MARKED, response, new Reason.Uncounted());
    }

    Mark open(Reason reason) {
        return mark(null, Verdict.NOT_MARKED, null, reason);
    }

    Mark doubtful(Reason reason, @Nullable String response) {
        return mark(null, Verdict.DOUBTFUL, response, reason);
    }

    private boolean isUnsolvable() {
        return item.kind() == Kind.EXPRESSION && sum.isEmpty();
    }

    private boolean isWithoutKey() {
        return item.kind() != Kind.EXPRESSION && key.answers().isEmpty();
    }

    private Mark withoutKey(@Nullable String response) {
        return mark(null, Verdict.NOT_MARKED, response, new Reason.NoKey());
    }

    private Mark inOtherForm(String response, Reason where, String expected) {
        return equalForms
                ? right(response, where)
                : wrong(response, new Reason.OtherForm(response, expected));
    }

    private Mark right(String response, Reason reason) {
        return mark(key.points(), Verdict.RIGHT, response, reason);
    }

    private Mark wrong(@Nullable String response, Reason reason) {
        return mark(key.penalty().negate(), Verdict.WRONG, response, reason);
    }

    private Mark mark(
            @Nullable BigDecimal mark, Verdict verdict, @Nullable String response, Reason reason) {
        return new Mark(
                item.itemId(),
                page,
                mark == null ? null : Points.of(mark),
                key.max(),
                verdict,
                response,
                expected(response),
                reason,
                layer);
    }

    private static Reason unsure(State state, @Nullable String response) {
        return new Reason.Unsure(state == State.OK ? State.DOUBTFUL : state, response);
    }

    private @Nullable String expected(@Nullable String response) {
        if (item.kind() == Kind.EXPRESSION) {
            return sum.map(each -> each.expected(response)).orElse(null);
        }
        return key.answers().isEmpty() ? null : all();
    }

    private String all() {
        return String.join(" | ", key.answers());
    }
}
