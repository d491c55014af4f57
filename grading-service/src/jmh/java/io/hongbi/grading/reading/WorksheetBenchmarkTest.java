package io.hongbi.grading.reading;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmark of worksheets where Maven runs tests, in the profile {@code bench}. */
class WorksheetBenchmarkTest {

    @Test
    void measures() throws RunnerException {
        new Runner(new OptionsBuilder().include(WorksheetBenchmark.class.getName()).build()).run();
    }
}
