package io.hongbi.local.suite;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a run is to have.
 *
 * @param workers grading threads, 0 for as many as the machine has processors
 * @param nacos whether a Nacos runs beside it, with the gateway's rules
 */
public record Wanted(int workers, boolean nacos) {

    Set<Part> parts() {
        return nacos ? EnumSet.allOf(Part.class) : EnumSet.complementOf(EnumSet.of(Part.NACOS));
    }
}
