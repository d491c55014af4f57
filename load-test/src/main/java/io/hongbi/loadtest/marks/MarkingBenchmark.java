package io.hongbi.loadtest.marks;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignments;
import io.hongbi.submission.marking.Facts;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.tenant.Tenant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;

/** The marks of a class computed afresh. Limit: 50 ms. */
@BenchmarkMode(Mode.SampleTime)
public class MarkingBenchmark extends OfAClass {

    private @Nullable Assignment assignment;
    private @Nullable KeyVersion key;
    private Map<SubmissionId, Facts> facts = Map.of();

    @Override
    void prepare() {
        assignment =
                inSchool(() ->
                        service()
                                .part(Assignments.class)
                                .find(school().assignment())
                                .orElseThrow());
        key = inSchool(() -> service().part(AnswerKeys.class).latest(assignment()).orElseThrow());
        facts = inSchool(() -> marks().facts(assignment(), school().papers()));
    }

    /** From facts that are at hand. */
    @Benchmark
    public Map<SubmissionId, Marks> fromFacts() {
        return WorksheetMarks.mark(facts, Objects.requireNonNull(key));
    }

    /** From the readings in the database on. */
    @Benchmark
    public Map<SubmissionId, Marks> fromTheDatabase() {
        return inSchool(() -> marks().of(assignment(), school().papers()));
    }

    private Assignment assignment() {
        return Objects.requireNonNull(assignment);
    }

    private WorksheetMarks marks() {
        return service().part(WorksheetMarks.class);
    }

    private <T> T inSchool(Supplier<T> work) {
        return service().part(Tenant.class).in(school().school(), work);
    }
}
