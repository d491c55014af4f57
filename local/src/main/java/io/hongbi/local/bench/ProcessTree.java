package io.hongbi.local.bench;

import io.hongbi.local.process.Child;
import java.util.List;
import java.util.stream.Stream;

/** Processes and all they started, each once. */
final class ProcessTree {

    private ProcessTree() {}

    static Stream<Long> of(List<Child> roots) {
        return roots.stream()
                .flatMap(child -> child.handle().stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .distinct();
    }
}
