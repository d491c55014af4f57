package io.hongbi.submission.marking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one submission by one version of the key.
 *
 * @param marks one to an item, in the order of the sheet
 */
public record Marks(int keyVersion, List<Mark> marks) {

    public Marks {
        marks = List.copyOf(marks);
    }

    /** Null while no mark is known, so that what was not looked at is not taken for a zero. */
    public @Nullable Score score() {
        var known = marks.stream().map(Mark::mark).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : new Score(sum(known), sum(marks.stream().map(Mark::max).toList()));
    }

    /** Whether a teacher has to do something before all marks are known. */
    public boolean askTeacher() {
        return marks.stream().anyMatch(Mark::asksTeacher);
    }

    private static BigDecimal sum(List<BigDecimal> points) {
        return Points.of(points.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
