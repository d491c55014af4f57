package io.hongbi.local.bench;

import io.hongbi.local.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory of processes and all they started. Shared pages count by their share (PSS), so that
 * the sum is what the machine gives.
 */
public final class Memory {

    private Memory() {}

    /** In MiB; empty where the system does not tell (Linux does). */
    public static OptionalLong mebibytes(List<Child> children) {
        List<Long> all = ProcessTree.of(children).map(Memory::pssKibibytes).toList();
        return all.isEmpty() || all.contains(-1L)
                ? OptionalLong.empty()
                : OptionalLong.of(all.stream().mapToLong(Long::longValue).sum() / 1024);
    }

    private static long pssKibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException hidden) {
            return Files.exists(Path.of("/proc", "self", "smaps_rollup")) ? 0 : -1;
        }
    }
}
