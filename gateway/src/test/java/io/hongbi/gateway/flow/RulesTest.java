package io.hongbi.gateway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class RulesTest {

    @Test
    void comeWithTheDoor() throws IOException {
        var rules =
                Rules.parse(
                        new ClassPathResource("flow-rules.json")
                                .getContentAsString(StandardCharsets.UTF_8));

        var reads =
                rules.paramFlow().stream()
                        .filter(rule -> rule.getResource().equals("reads"))
                        .filter(rule -> rule.getParamIdx() == FlowControl.PERSON)
                        .toList();
        assertThat(reads)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.getCount()).isEqualTo(50);
                    assertThat(rule.getCount() + rule.getBurstCount()).isEqualTo(100);
                });
        assertThat(rules.breakers().stream().map(rule -> rule.getResource()))
                .containsAll(List.of("api", "inbox", "sign-in"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"flow\": [{\"resource\": \"upload\", \"count\": 1}], \"paramFlow\": [],"
                        + " \"breakers\": [], \"system\": []}",
                "{\"flow\": [{\"resource\": \"reads\", \"count\": 1, \"controlBehavior\": 2}],"
                        + " \"paramFlow\": [], \"breakers\": [], \"system\": []}",
                "{\"flow\": [], \"paramFlow\": [{\"resource\": \"reads\", \"paramIdx\": 3,"
                        + " \"count\": 1}], \"breakers\": [], \"system\": []}",
                "{}",
                "{\"flow\": [], \"paramFlow\": [], \"breakers\": [], \"system\": [], \"else\": 1}",
                "{\"flow\": [{\"resource\": \"reads\", \"count\": -1}], \"paramFlow\": [],"
                        + " \"breakers\": [], \"system\": []}",
                "{\"flow\": [], \"paramFlow\": [{\"resource\": \"reads\", \"count\": 1}],"
                        + " \"breakers\": [], \"system\": []}"
            })
    void areRefusedWhereOneIsNone(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.parse(json));
    }
}
