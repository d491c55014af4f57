package io.hongbi.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void takesFlagsAndNumbers() {
        Options options = parse("-d", "--workers", "3");

        assertThat(options.has("-d")).isTrue();
        assertThat(options.number("--workers", 0)).isEqualTo(3);
    }

    @Test
    void knowsWhatWasNotGiven() {
        assertThat(parse().has("-d")).isFalse();
        assertThat(parse().number("--workers", 7)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "--workers", "--workers 0", "--workers two", "3"})
    void refusesAnythingElseAsAWrongCall(String call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> parse(call.split(" ")))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(2));
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Set.of("-d"), Set.of("--workers"));
    }
}
