package io.hongbi.submission.marking.sum;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item.Alternative;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class CertaintyTest {

    record Other(String response, double confidence) {}

    record Golden(
            String expression,
            @Nullable String response,
            double confidence,
            List<Other> alternatives,
            String certainty) {}

    static Stream<Golden> goldens() throws IOException {
        try (var in = CertaintyTest.class.getResourceAsStream("/golden/certainty.json")) {
            return JsonMapper.builder()
                    .build()
                    .readValue(Objects.requireNonNull(in), new TypeReference<List<Golden>>() {})
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void agreesWithTheTraining(Golden golden) {
        var certainty =
                Sum.of(golden.expression).map(asked -> of(asked, golden)).orElse(Certainty.NONE);

        assertThat(certainty.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .isEqualTo(golden.certainty);
    }

    private static Certainty of(Sum asked, Golden golden) {
        var alternatives =
                golden.alternatives.stream()
                        .map(o -> new Alternative(o.response, new Confidence(o.confidence)))
                        .toList();
        return Certainty.of(asked, golden.response, golden.confidence, alternatives);
    }
}
