package io.hongbi.grading.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ProofPropertiesTest {

    private static final DataSize SOME = DataSize.ofMegabytes(24);

    @Test
    void haveDefaults() {
        var bound =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("hongbi.proof", ProofProperties.class);

        assertThat(bound).isEqualTo(new ProofProperties(Duration.ofSeconds(10), SOME));
    }

    @Test
    void refuseWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProofProperties(Duration.ofSeconds(-1), SOME))
                .withMessageContaining("hongbi.proof.patience");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProofProperties(Duration.ZERO, DataSize.ofBytes(0)))
                .withMessageContaining("hongbi.proof.max-request");
    }
}
