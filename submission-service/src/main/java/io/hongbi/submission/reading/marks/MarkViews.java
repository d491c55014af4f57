package io.hongbi.submission.reading.marks;

import io.hongbi.submission.marking.Mark;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.marking.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Marks as their reader may see them, and nothing beyond. */
@Component
public class MarkViews {

    private final Reasons reasons;

    MarkViews(Reasons reasons) {
        this.reasons = reasons;
    }

    /** All that is shown of the marks of a submission. */
    public record Shown(@Nullable Score score, List<MarkView> marks) {

        /** What is shown where there are no marks, or none for this reader. */
        public static final Shown NOTHING = new Shown(null, List.of());

        public Shown {
            marks = List.copyOf(marks);
        }
    }

    public Shown show(Marks marks, Disclosure disclosure) {
        return disclosure.marks()
                ? new Shown(
                        marks.score(),
                        marks.marks().stream()
                                .map(mark -> view(mark, marks.keyVersion(), disclosure))
                                .toList())
                : Shown.NOTHING;
    }

    private MarkView view(Mark mark, int keyVersion, Disclosure disclosure) {
        boolean answers = mark.mark() == null ? disclosure.openAnswers() : disclosure.answers();
        return new MarkView(
                mark.itemId(),
                mark.page(),
                mark.mark(),
                mark.max(),
                mark.verdict(),
                mark.response(),
                answers ? mark.expected() : null,
                reasons.text(mark.reason(), answers),
                mark.layer(),
                keyVersion);
    }
}
