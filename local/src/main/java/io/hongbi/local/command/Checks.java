package io.hongbi.local.command;

import io.hongbi.local.process.Ports;
import io.hongbi.local.suite.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the machine must offer before anything is started. */
final class Checks {

    private static final long MEGABYTE = 1024L * 1024L;
    private static final long DISK_MB = 1500;
    private static final long MEMORY_MB = 2000;

    private Checks() {}

    /**
     * Refuses a machine on which the suite would break later.
     *
     * @throws Refused with one line in each language
     */
    static void machine(Place place, int gatewayPort) {
        if (!Ports.isFree(gatewayPort)) {
            throw Refused.because(
                    "端口 %d 已被占用：请停掉占用它的程序，或用 HONGBI_PORT=8090 ./hongbi up 换一个端口。"
                            .formatted(gatewayPort),
                    "Port %d is taken: stop what uses it, or choose another with HONGBI_PORT=8090 ./hongbi up."
                            .formatted(gatewayPort));
        }
        disk(place);
        availableMegabytes().filter(mb -> mb < MEMORY_MB).ifPresent(Checks::refuseMemory);
    }

    private static void disk(Place place) {
        try {
            long megabytes = Files.getFileStore(place.root()).getUsableSpace() / MEGABYTE;
            if (megabytes < DISK_MB) {
                throw Refused.because(
                        "磁盘空间不足：%s 只剩 %d MB，至少需要 %d MB。"
                                .formatted(place.root(), megabytes, DISK_MB),
                        "Too little disk: %s has %d MB left, at least %d MB are needed."
                                .formatted(place.root(), megabytes, DISK_MB));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void refuseMemory(long megabytes) {
        throw Refused.because(
                "内存不足：可用 %d MB，至少需要 %d MB。请先关掉一些程序。".formatted(megabytes, MEMORY_MB),
                "Too little memory: %d MB available, at least %d MB are needed. Close some programs first."
                        .formatted(megabytes, MEMORY_MB));
    }

    /** What Linux could give to new programs; other systems are not asked. */
    private static Optional<Long> availableMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }
}
