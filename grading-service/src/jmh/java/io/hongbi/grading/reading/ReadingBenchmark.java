package io.hongbi.grading.reading;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.simulation.SamplePhotos;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads a page of kind notes from a 12-megapixel JPEG of 2.32 MB, beside libjpeg-turbo's half-size
 * grey decode of the same file. One thread; on a busy machine the elapsed time measured here is
 * above the CPU time that {@code hongbi read --timings} prints.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(0) // the caller's process has the native libraries' flags
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 4, time = 4)
public class ReadingBenchmark {

    private final byte[] photo = new SamplePhotos(12).goodPage(3).jpeg();
    private final ModelPageReaders readers = new ModelPageReaders();
    private final PageReader reader = readers.open();
    private final Raster plain = new Raster();

    /** Says how large the file is that the figures are about. */
    @Setup
    public void describe() {
        System.out.printf("photo: 12 megapixels, %.2f MB%n", photo.length / 1e6);
    }

    /** The whole reading, preview included. */
    @Benchmark
    public ReadPage read() {
        return reader.read(photo, AssignmentKind.NOTES);
    }

    /** What the codec alone takes. */
    @Benchmark
    public boolean reference() {
        return plain.decode(photo, 2);
    }

    /** Gives native memory back. */
    @TearDown
    public void close() {
        reader.close();
        readers.close();
        plain.close();
    }
}
