package io.hongbi.platform.flow;

import com.alibaba.csp.sentinel.Entry;
import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Stands before a downstream, and asks it nothing while the rules of breakers say so.
 *
 * @param downstream one of {@link Resources#downstreams}
 * @param failure tells what is thrown where the downstream is at fault
 */
public record Breaker(String downstream, Predicate<RuntimeException> failure) {

    /**
     * The downstream's answer.
     *
     * @throws CutOff if it is not asked
     */
    public <T> T ask(Supplier<T> question) {
        var entry = enter();
        try {
            return question.get();
        } catch (RuntimeException e) {
            if (failure.test(e)) {
                Tracer.traceEntry(e, entry);
            }
            throw e;
        } finally {
            entry.exit();
        }
    }

    private Entry enter() {
        try {
            return SphU.entry(downstream, EntryType.OUT);
        } catch (DegradeException e) {
            throw new CutOff(downstream, e);
        } catch (BlockException e) {
            throw new IllegalStateException("Only breakers stand before " + downstream, e);
        }
    }
}
