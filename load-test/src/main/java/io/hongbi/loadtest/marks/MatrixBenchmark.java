package io.hongbi.loadtest.marks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.TearDown;

/** The marks of a class at a glance. Limits: 50 ms of the server, 120 KB compressed. */
@BenchmarkMode(Mode.SampleTime)
public class MatrixBenchmark extends OfAClass {

    private byte[] shown = {};

    @Benchmark
    public byte[] matrix() {
        shown = school().teacher().get(school().path() + "/matrix");
        return shown;
    }

    /** Says how large the answer is, and what gzip makes of it. */
    @TearDown
    public void weigh() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(shown);
        }
        System.out.printf("%nmatrix: %d bytes, %d by gzip%n", shown.length, compressed.size());
    }
}
