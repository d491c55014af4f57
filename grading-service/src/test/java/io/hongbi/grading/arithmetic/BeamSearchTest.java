package io.hongbi.grading.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeamSearchTest {

    @Test
    void addsUpAllWaysToSayTheSame() {
        double[][] columns = {{0.4, 0.6, 0}, {0.4, 0.6, 0}};

        var meanings = BeamSearch.search(columns);

        assertThat(meanings.getFirst().labels()).containsExactly(1);
        assertThat(meanings.getFirst().probability()).isCloseTo(0.84, within(1e-12));
        assertThat(meanings.get(1).labels()).isEmpty();
        assertThat(meanings.get(1).probability()).isCloseTo(0.16, within(1e-12));
    }

    @Test
    void tellsADoubleFromALongCharacter() {
        double[][] columns = {{0.1, 0.9}, {0.9, 0.1}, {0.1, 0.9}};

        var meanings = BeamSearch.search(columns);

        assertThat(meanings.getFirst().labels()).isEqualTo(List.of(1, 1));
        assertThat(meanings.getFirst().probability()).isCloseTo(0.9 * 0.9 * 0.9, within(1e-12));
    }
}
