package io.hongbi.grading.reading;

import io.hongbi.grading.photo.Decoder;
import io.hongbi.grading.photo.Preview;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.simulation.MeasuredSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads a worksheet of which every place is used, beside what libjpeg-turbo takes to decode the
 * same file at the size that is read and to encode its preview. One thread; as JMH measures elapsed
 * time, which on a busy machine says little, the median CPU time is printed behind each trial.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(0) // the caller's process has the native libraries' flags
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 4)
public class WorksheetBenchmark {

    /** Bubbles and boxes. */
    @Param({"40", "200"})
    public int places;

    /** Pixels: 12 megapixels, and what a phone sends that makes photos small. */
    @Param({"4032", "2016"})
    public int longerSide;

    private final ModelPageReaders readers = new ModelPageReaders();
    private final PageReader reader = readers.open();
    private final Raster plain = new Raster();
    private final Raster preview = new Raster();
    private final List<Double> cpuMillis = new ArrayList<>();
    private byte[] photo = {};
    private ReadingTask task = ReadingTask.of(MeasuredSheet.of(40).layout());

    /** Makes the photo and says how large its file is. */
    @Setup
    public void photograph() {
        var sheet = MeasuredSheet.of(places);
        photo = sheet.photo(longerSide);
        task = ReadingTask.of(sheet.layout());
        preview.decode(reader.read(photo, task).preview().bytes(), 1);
        System.out.printf(
                "photo: %d places, %d px, %.2f MB%n", places, longerSide, photo.length / 1e6);
    }

    /** The whole reading: preview and crops included. */
    @Benchmark
    public ReadPage read() {
        var page = reader.read(photo, task);
        cpuMillis.add(page.cpuMillis());
        return page;
    }

    /** What the codec alone takes. */
    @Benchmark
    public byte[] reference() {
        var watch = new Stopwatch();
        plain.decode(photo, Decoder.reduction(longerSide));
        byte[] encoded = preview.toJpeg(Preview.JPEG_QUALITY);
        cpuMillis.add(watch.millis());
        return encoded;
    }

    /** Says what the CPU time was, the first half left out, and gives native memory back. */
    @TearDown
    public void close() {
        var warm = cpuMillis.subList(cpuMillis.size() / 2, cpuMillis.size()).stream().sorted();
        System.out.printf(
                "CPU: %.1f ms, median of %d%n",
                warm.toList().get(cpuMillis.size() / 4), cpuMillis.size() - cpuMillis.size() / 2);
        reader.close();
        readers.close();
        plain.close();
        preview.close();
    }
}
