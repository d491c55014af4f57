package io.hongbi.gateway.flow;

import com.alibaba.csp.sentinel.AsyncEntry;
import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.ResourceTypeConstants;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/** Sentinel's breakers before services. */
final class Breakers {

    /** Sentinel's clock is some milliseconds late, and slow is what takes longer than the count. */
    private static final long CLEARLY_MS = 50;

    private Breakers() {}

    /**
     * The answer of a service, unless it is cut off. A request is told to be slow as soon as it is:
     * a service that hangs answers none, and would be cut off only when patience with it ends. One
     * whose client goes away before that counts as answered.
     */
    static Mono<Void> behind(String service, Mono<Void> answer) {
        return Mono.defer(() -> {
            Watch watch;
            try {
                watch =
                        new Watch(
                                SphU.asyncEntry(
                                        service, ResourceTypeConstants.COMMON_WEB, EntryType.OUT));
            } catch (BlockException block) {
                return Mono.error(block);
            }
            var clock = slowAfter(service).flatMap(Mono::delay).subscribe(_ -> watch.end());
            return answer.doOnError(watch::failed)
                    .doFinally(_ -> {
                        clock.dispose();
                        watch.end();
                    });
        });
    }

    /** When every rule calls a request slow; empty where none does. */
    private static Mono<Duration> slowAfter(String service) {
        return Mono.justOrEmpty(
                DegradeRuleManager.getRulesOfResource(service).stream()
                        .filter(rule -> rule.getGrade() == RuleConstant.DEGRADE_GRADE_RT)
                        .map(rule -> Duration.ofMillis(Math.round(rule.getCount()) + CLEARLY_MS))
                        .max(Duration::compareTo));
    }

    /** Ends once, with what comes first. */
    private static final class Watch {

        private final AsyncEntry entry;
        private final AtomicBoolean ended = new AtomicBoolean();

        Watch(AsyncEntry entry) {
            this.entry = entry;
        }

        void failed(Throwable failure) {
            if (!ended.get()) {
                Tracer.traceEntry(failure, entry);
            }
        }

        void end() {
            if (ended.compareAndSet(false, true)) {
                entry.exit();
            }
        }
    }
}
