package io.hongbi.loadtest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the machine's processors had done at one moment (Linux: the first line of proc(5)'s stat).
 *
 * @param idle ticks without work, waiting for disks included
 * @param all ticks
 */
record MachineCpu(long idle, long all) {

    private static final int IDLE = 3;
    private static final int WAITING = 4;

    static MachineCpu now() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            var ticks =
                    Stream.of(lines.findFirst().orElseThrow().split(" +", -1))
                            .skip(1)
                            .limit(8) // the rest is contained in these
                            .mapToLong(Long::parseLong)
                            .toArray();
            var all = Stream.of(ticks).flatMapToLong(java.util.Arrays::stream).sum();
            return new MachineCpu(ticks[IDLE] + ticks[WAITING], all);
        } catch (IOException e) {
            throw new UncheckedIOException("The machine does not tell how busy it is", e);
        }
    }

    /** Which share of them was busy between then and now, 0 to 1. */
    double busySince() {
        var now = now();
        return 1 - (double) (now.idle - idle) / (now.all - all);
    }
}
