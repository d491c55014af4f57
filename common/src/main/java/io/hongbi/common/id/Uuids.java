package io.hongbi.common.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): time-ordered, so that indexes grow at their end. */
public final class Uuids {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Uuids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }
}
