package io.hongbi.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.loadtest.service.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, once and on a small class: its figures mean nothing here. */
class BenchmarksIT {

    private static RunningService service;

    @BeforeAll
    static void oneServiceForAll() {
        service = RunningService.hold();
    }

    @AfterAll
    static void noMore() {
        service.close();
    }

    @Test
    void run() throws RunnerException {
        var results =
                new Runner(
                                new OptionsBuilder()
                                        .forks(0)
                                        .warmupIterations(0)
                                        .measurementIterations(1)
                                        .measurementTime(TimeValue.milliseconds(50))
                                        .param("students", "6")
                                        .param("items", "12")
                                        .param("everybody", "7")
                                        .param("asked", "12")
                                        .shouldFailOnError(true)
                                        .verbosity(VerboseMode.SILENT)
                                        .build())
                        .run();

        assertThat(results).hasSize(9);
    }
}
