package io.hongbi.platform.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.system.SystemRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static final Resources RESOURCES =
            new Resources(Set.of("reads", "uploads"), Set.of("api"));

    @Test
    void areTakenWhereAllOfThemAreSome() {
        var rules =
                Rules.parse(
                        """
                        {"flow": [{"resource": "reads", "count": 3}],
                         "paramFlow": [{"resource": "uploads", "grade": 0, "paramIdx": 1, "count": 2}],
                         "breakers": [{"resource": "api", "grade": 1, "count": 0.5, "timeWindow": 5}],
                         "system": [{"maxThread": 7}]}
                        """,
                        RESOURCES);

        assertThat(rules.flow()).singleElement().returns(3.0, FlowRule::getCount);
        assertThat(rules.paramFlow()).singleElement().returns(2.0, ParamFlowRule::getCount);
        assertThat(rules.breakers()).singleElement().returns(5, DegradeRule::getTimeWindow);
        assertThat(rules.system()).singleElement().returns(7L, SystemRule::getMaxThread);
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
                        + " \"breakers\": [], \"system\": []}",
                "{\"flow\": [], \"paramFlow\": [], \"breakers\": [], \"system\": [{}]}",
                "{\"flow\": [], \"paramFlow\": [], \"breakers\": [],"
                        + " \"system\": [{\"highestCpuUsage\": 90}]}",
                "{\"flow\": [], \"paramFlow\": [], \"breakers\": [{\"resource\": \"reads\","
                        + " \"grade\": 1, \"count\": 0.5, \"timeWindow\": 5}], \"system\": []}"
            })
    void areRefusedWhereOneIsNone(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.parse(json, RESOURCES));
    }
}
