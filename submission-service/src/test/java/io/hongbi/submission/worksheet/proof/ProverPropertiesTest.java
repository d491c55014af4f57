package io.hongbi.submission.worksheet.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProverPropertiesTest {

    private static final URI GRADING = URI.create("http://127.0.0.1:8082");

    @Test
    void asksTheLocalGradingServiceUnlessToldOtherwise() {
        assertThat(
                        new Binder(new MapConfigurationPropertySource(Map.of()))
                                .bindOrCreate("hongbi.proof", ProverProperties.class))
                .isEqualTo(
                        new ProverProperties(
                                GRADING, Duration.ofSeconds(2), Duration.ofSeconds(60)));
    }

    @Test
    void refusesWhatCannotWork() {
        var two = Duration.ofSeconds(2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProverProperties(URI.create("grading"), two, two))
                .withMessageContaining("hongbi.proof.uri");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProverProperties(GRADING, Duration.ZERO, two));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProverProperties(GRADING, two, Duration.ofSeconds(1)));
    }
}
