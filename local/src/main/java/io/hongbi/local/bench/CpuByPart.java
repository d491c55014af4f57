package io.hongbi.local.bench;

import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The processor time of the parts, and of the supervisor beside them.
 *
 * @param millisByName in the order in which the parts are started
 */
record CpuByPart(Map<String, Long> millisByName) {

    static CpuByPart now(RunState state) {
        Map<String, Long> all = new LinkedHashMap<>();
        for (PartState part : state.parts()) {
            all.put(part.part().id(), Cpu.of(List.of(part.child())).toMillis());
        }
        all.put("supervisor", Cpu.ofOne(state.supervisor()).toMillis());
        return new CpuByPart(all);
    }

    CpuByPart minus(CpuByPart earlier) {
        Map<String, Long> spent = new LinkedHashMap<>(millisByName);
        spent.replaceAll((name, now) ->
                now - Objects.requireNonNullElse(earlier.millisByName().get(name), 0L));
        return new CpuByPart(spent);
    }

    long millis() {
        return millisByName.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Each with its milliseconds per page. */
    String perPage(int pages) {
        return millisByName.entrySet().stream()
                .map(each ->
                        String.format(
                                Locale.ROOT,
                                "%s %.1f",
                                each.getKey(),
                                each.getValue() / (double) pages))
                .collect(Collectors.joining(", "));
    }
}
