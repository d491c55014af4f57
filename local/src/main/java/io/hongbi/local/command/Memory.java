package io.hongbi.local.command;

import io.hongbi.local.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of a process and all it started, in KiB. Shared pages count by their share (PSS), so
 * that the sum over all processes is what the machine gives.
 */
final class Memory {

    private Memory() {}

    /** Empty where the system does not tell (Linux does). */
    static OptionalLong pssKibibytes(Child child) {
        List<Long> all =
                child.handle().stream()
                        .flatMap(p -> Stream.concat(Stream.of(p), p.descendants()))
                        .map(p -> pss(p.pid()))
                        .toList();
        return all.isEmpty() || all.contains(-1L)
                ? OptionalLong.empty()
                : OptionalLong.of(all.stream().mapToLong(Long::longValue).sum());
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException | java.io.UncheckedIOException hidden) {
            return Files.exists(Path.of("/proc", "" + pid)) ? -1 : 0;
        }
    }
}
