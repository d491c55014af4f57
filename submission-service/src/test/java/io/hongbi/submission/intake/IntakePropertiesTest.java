package io.hongbi.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hongbi.submission.intake.IntakeProperties.Reaping;
import io.hongbi.submission.intake.IntakeProperties.Spooling;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class IntakePropertiesTest {

    private static final Spooling SPOOL = new Spooling(null, DataSize.ofGigabytes(2));
    private static final Reaping REAPER =
            new Reaping(Duration.ofHours(1), Duration.ofMinutes(10), 1000);

    @Test
    void takesTwentyPagesOfTwentyMegabytesByDefault() {
        var bound =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("hongbi.intake", IntakeProperties.class);

        assertThat(bound)
                .isEqualTo(
                        new IntakeProperties(
                                SPOOL, REAPER, DataSize.ofMegabytes(20), 20, 60_000_000));
    }

    @Test
    void refusesWhatCannotWork() {
        var page = DataSize.ofMegabytes(20);
        var small = new Spooling(null, DataSize.ofMegabytes(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntakeProperties(small, REAPER, page, 20, 1))
                .withMessageContaining("hongbi.intake.spool.max-bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntakeProperties(SPOOL, REAPER, page, 21, 1))
                .withMessageContaining("hongbi.intake.max-pages");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntakeProperties(SPOOL, REAPER, page, 20, 0))
                .withMessageContaining("max-pixels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reaping(Duration.ZERO, Duration.ofMinutes(1), 10))
                .withMessageContaining("hongbi.intake.reaper.age");
    }
}
