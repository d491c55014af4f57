package io.hongbi.submission.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Item.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notes are marked by how much of them is done. */
class CompletionMarkingTest {

    private static final CompletionRule BY_SHARE = rule("2", null, "0");

    @ParameterizedTest
    @CsvSource({
        "0, 0, BLANK",
        "0.0499, 0, BLANK",
        "0.05, 0.1, PARTIAL",
        "0.333, 0.67, PARTIAL",
        "0.8999, 1.8, PARTIAL",
        "0.9, 2, RIGHT",
        "1, 2, RIGHT"
    })
    void givesTheShareOfThePoints(String share, String mark, Verdict verdict) {
        var marked = mark(BY_SHARE, sighting(1, share));

        assertThat(marked.mark()).isEqualByComparingTo(mark);
        assertThat(marked.verdict()).isEqualTo(verdict);
        assertThat(marked.max()).isEqualByComparingTo("2");
    }

    @Test
    void givesWhatTheRuleSays() {
        var rule = rule("3", "1.5", "0.5");

        assertThat(mark(rule, sighting(1, "0.1")).mark()).isEqualByComparingTo("1.5");
        assertThat(mark(rule, sighting(1, "0")).mark()).isEqualByComparingTo("0.5");
        assertThat(mark(rule, sighting(1, "0.62")).reason())
                .isEqualTo(new Reason.Done(Completion.Value.PARTIAL, 62));
    }

    @Test
    void takesTheMeanOfAllPhotosInAnyOrderAndHoweverOften() {
        var one = sighting(1, "1");
        var two = sighting(2, "0.5");
        var same = sighting(3, "0.5");

        var marked = mark(BY_SHARE, one, two, same);

        assertThat(marked.mark()).isEqualByComparingTo("1.33");
        assertThat(mark(BY_SHARE, same, two, one, two)).isEqualTo(marked);
    }

    @Test
    void asksATeacherWhereOnePhotoIsDoubtful() {
        var doubtful = new Sighting("completion", 2, State.DOUBTFUL, "0.88");

        var marked = mark(BY_SHARE, sighting(1, "1"), doubtful);

        assertThat(marked.mark()).isNull();
        assertThat(marked.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(marked.asksTeacher()).isTrue();
    }

    @Test
    void refusesRulesByWhichLessIsMore() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule("1", "2", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule("1", null, "2"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule("-1", null, "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> rule("1001", null, "0"));
    }

    private static CompletionRule rule(String complete, @Nullable String partial, String blank) {
        return new CompletionRule(
                new BigDecimal(complete),
                partial == null ? null : new BigDecimal(partial),
                new BigDecimal(blank));
    }

    private static Sighting sighting(int page, String share) {
        return new Sighting("completion", page, State.OK, share);
    }

    private static Mark mark(CompletionRule rule, Sighting... sightings) {
        return Marking.mark(
                        Facts.read(List.of(AskedItem.COMPLETION), List.of(sightings), true),
                        new KeyVersion(1, Map.of("completion", ItemKey.of(rule))))
                .marks()
                .getFirst();
    }
}
