package io.hongbi.grading.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.grading.intake.IntakeProperties.Mode;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IntakePropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new IntakeProperties(
                                Mode.SHARE,
                                "grading",
                                Runtime.getRuntime().availableProcessors(),
                                5,
                                Duration.ofMinutes(1),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(10),
                                Duration.ofSeconds(15)));
    }

    @ParameterizedTest
    @CsvSource({
        "workers, -1",
        "workers, 201",
        "deliveries, 0",
        "group, ' '",
        "lock, 0s",
        "first-back-off, 0s",
        "first-back-off, 16s",
        "longest-back-off, 31s",
        "patience, -1s",
        "drain, -1s"
    })
    void refusesWhatCannotWork(String name, String value) {
        var settings = Map.of("hongbi.grading." + name, value);

        assertRefused(() -> bind(settings), "hongbi.grading." + name);
    }

    @Test
    void doublesTheBackOffUpToTheLongest() {
        var properties = bind(Map.of("hongbi.grading.longest-back-off", "3s"));

        assertThat(properties.backOff(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(properties.backOff(2)).isEqualTo(Duration.ofSeconds(1));
        assertThat(properties.backOff(3)).isEqualTo(Duration.ofSeconds(2));
        assertThat(properties.backOff(4)).isEqualTo(Duration.ofSeconds(3));
        assertThat(properties.backOff(1_000_000)).isEqualTo(Duration.ofSeconds(3));
    }

    private static void assertRefused(ThrowingCallable binding, String property) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(binding)
                .havingRootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessageContaining(property);
    }

    private static IntakeProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("hongbi.grading", IntakeProperties.class);
    }
}
