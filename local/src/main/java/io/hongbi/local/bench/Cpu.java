package io.hongbi.local.bench;

import io.hongbi.local.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The processor time of processes and all they started, the ended ones included (Linux). */
public final class Cpu {

    private static final long MILLIS_PER_TICK = 10; // USER_HZ is 100 wherever Java 25 runs
    private static final int USER_TIME = 11;
    private static final int FIELDS = 4;

    private Cpu() {}

    /** Their sum. */
    public static Duration of(List<Child> children) {
        long millis = ProcessTree.of(children).mapToLong(pid -> ticks(pid) * MILLIS_PER_TICK).sum();
        return Duration.ofMillis(millis);
    }

    /** That of one process, without those it started. */
    static Duration ofOne(Child child) {
        return Duration.ofMillis(
                child.handle().map(process -> ticks(process.pid()) * MILLIS_PER_TICK).orElse(0L));
    }

    /** utime, stime, cutime and cstime of proc(5), counted after the name in parentheses. */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return fields.subList(USER_TIME, USER_TIME + FIELDS).stream()
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
