package io.hongbi.loadtest.marks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The marks of a whole school as a file, in a heap of 224 MB. How little of it an export takes is a
 * test of submission-service's: {@code LargeExportIT}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class ExportBenchmark extends OnTheService {

    @Param("5000")
    public int everybody;

    @Param("60")
    public int asked;

    @Param({"marks.csv", "marks.xlsx"})
    public String file = "";

    @Override
    int students() {
        return everybody;
    }

    @Override
    int items() {
        return asked;
    }

    @Benchmark
    public byte[] export() {
        return school().teacher().get(school().path() + "/" + file);
    }
}
