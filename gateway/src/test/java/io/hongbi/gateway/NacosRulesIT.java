package io.hongbi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import io.hongbi.testsupport.NacosServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Rules that a real Nacos has, and changes while the door is open. */
@DirtiesContext
class NacosRulesIT extends GatewayFixture {

    private static final String READS = "/api/v1/classes";
    private static final Duration LIVE = Duration.ofSeconds(2);

    private static final int PERSON = 1;
    private static final int A_SECOND = 1;

    private static ConfigService nacos;

    @DynamicPropertySource
    static void nacos(DynamicPropertyRegistry registry) {
        registry.add("HONGBI_NACOS", () -> NacosServer.shared().address());
    }

    @BeforeAll
    static void connects() throws NacosException {
        nacos = NacosFactory.createConfigService(NacosServer.shared().address());
    }

    @AfterAll
    static void leaves() throws NacosException {
        nacos.shutDown();
    }

    @Test
    void countWithinTwoSecondsOfTheirChange() throws Exception {
        assertThat(send(signedIn(READS)).statusCode()).isEqualTo(200);

        publish("{\"resource\": \"reads\", \"count\": 0}");
        await().atMost(LIVE).until(() -> send(signedIn(READS)).statusCode() == 429);

        publish("{\"flow\": not rules");
        await().during(Duration.ofSeconds(3))
                .until(() -> send(signedIn(READS)).statusCode() == 429);

        publish("");
        await().atMost(LIVE).until(() -> send(signedIn(READS)).statusCode() == 200);
    }

    @Test
    void areTheDoorsOwnWhereNacosHasNone() throws Exception {
        publish("{\"resource\": \"reads\", \"count\": 0}");
        await().atMost(LIVE).until(() -> send(signedIn(READS)).statusCode() == 429);
        assertThat(ParamFlowRuleManager.hasRules("reads")).isFalse();

        nacos.removeConfig("gateway-flow-rules.json", "HONGBI");

        await().atMost(LIVE).until(() -> ParamFlowRuleManager.hasRules("reads"));
        assertThat(ParamFlowRuleManager.getRulesOfResource("reads"))
                .filteredOn(rule -> rule.getParamIdx() == PERSON && rule.getGrade() == A_SECOND)
                .singleElement()
                .returns(50.0, ParamFlowRule::getCount)
                .returns(50, ParamFlowRule::getBurstCount); // 100 at once
        assertThat(send(signedIn(READS)).statusCode()).isEqualTo(200);
    }

    private static void publish(String flow) throws NacosException {
        nacos.publishConfig(
                "gateway-flow-rules.json",
                "HONGBI",
                "{\"flow\": [%s], \"paramFlow\": [], \"breakers\": [], \"system\": []}"
                        .formatted(flow));
    }
}
