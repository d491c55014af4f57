package io.hongbi.platform.flow;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;

/** A downstream is not asked for a while, because it failed or was slow. */
public final class CutOff extends RuntimeException {

    private final int seconds;

    CutOff(String downstream, DegradeException cause) {
        super(downstream + " fails or is slow; it is asked again later.", cause);
        this.seconds = cause.getRule().getTimeWindow();
    }

    /** After how many seconds it is asked again, counted from when it was cut off. */
    public int seconds() {
        return seconds;
    }
}
