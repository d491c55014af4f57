package io.hongbi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    @TempDir Path root;
    private Place place = Place.of(Path.of(""));
    private final PortPlan ports = new PortPlan(8080, EnumSet.allOf(Part.class));

    @BeforeEach
    void makeTheFolder() throws IOException {
        place = Place.of(root);
        Files.createDirectories(place.local());
    }

    @Test
    void isReadAsItWasWritten() {
        Ledger ledger = new Ledger(place, "http://127.0.0.1:8080", ports.waiting());

        ledger.started(Part.KAFKA, Child.of(ProcessHandle.current()), 9092);

        assertThat(RunState.in(place)).hasValue(ledger.state());
    }

    @Test
    void isReadyWhenEveryPartIs() {
        Ledger ledger = new Ledger(place, "http://127.0.0.1:8080", ports.waiting());
        for (Part part : Part.values()) {
            assertThat(ledger.state().ready()).isFalse();
            ledger.started(part, Child.of(ProcessHandle.current()), 1);
            ledger.ready(part);
        }

        assertThat(ledger.state().ready()).isTrue();

        ledger.died(Part.GRADING);
        assertThat(ledger.state().ready()).isFalse();
        assertThat(ledger.state().part(Part.GRADING).restarts()).isEqualTo(1);
    }

    @Test
    void isEmptyWhereNothingRanOrTheFileIsBroken() throws IOException {
        assertThat(RunState.in(place)).isEmpty();

        Files.writeString(place.runFile(), "{\"url\":");
        assertThat(RunState.in(place)).isEmpty();
    }
}
