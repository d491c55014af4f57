package io.hongbi.submission.gradebook.export;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.submission.gradebook.Roll;
import io.hongbi.submission.gradebook.Roll.Entry;
import io.hongbi.submission.gradebook.Roll.Heading;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the marks of a class into a table, a student a row. */
@Component
class MarkExport {

    /** In the words of the API. */
    static final List<String> COLUMNS =
            List.of(
                    "studentId",
                    "submissionId",
                    "studentNumber",
                    "name",
                    "attempt",
                    "state",
                    "score",
                    "max");

    private final Roll roll;

    MarkExport(Roll roll) {
        this.roll = roll;
    }

    /**
     * @param names of {@link #COLUMNS}, in their order
     */
    void write(Heading heading, List<String> names, Table table) throws IOException {
        var header = new ArrayList<>(names);
        heading.asked().forEach(item -> header.add(item.itemId()));
        table.header(header);
        try {
            roll.forEach(heading, student -> write(student, heading.asked(), table));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(Entry student, List<AskedItem> asked, Table table) {
        try {
            table.row(cells(student, asked));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable Object> cells(Entry student, List<AskedItem> asked) {
        var cells = new ArrayList<@Nullable Object>();
        var paper = student.paper();
        var marks = student.marks();
        var score = marks == null ? null : marks.score();
        cells.add(student.studentId());
        cells.add(paper == null ? null : paper.id());
        cells.add(student.number());
        cells.add(student.name());
        cells.add(paper == null ? null : BigDecimal.valueOf(paper.attempt()));
        cells.add(paper == null ? null : text(paper.state()));
        cells.add(score == null ? null : score.value());
        cells.add(score == null ? null : score.max());
        if (marks == null) {
            asked.forEach(_ -> cells.add(null));
        } else if (!asked.isEmpty()) { // otherwise each paper asks something else: no columns
            marks.marks().stream().map(Mark::mark).forEach(cells::add);
        }
        return cells;
    }

    private static String text(SubmissionState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
