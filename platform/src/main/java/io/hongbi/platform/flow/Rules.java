package io.hongbi.platform.flow;

import com.alibaba.csp.sentinel.slots.block.AbstractRule;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleUtil;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleUtil;
import com.alibaba.csp.sentinel.slots.system.SystemRule;
import com.alibaba.csp.sentinel.slots.system.SystemRuleManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service lets through, in Sentinel's own terms. Nothing that would make a request wait is
 * taken: who waits keeps others waiting.
 *
 * @param flow of a budget's requests together: so many a second (grade 1), or at once (grade 0)
 * @param paramFlow of each school (parameter 0), person (1), and address without a token (2)
 * @param breakers before downstreams that fail or are slow
 * @param system of the process as a whole
 */
record Rules(
        List<FlowRule> flow,
        List<ParamFlowRule> paramFlow,
        List<DegradeRule> breakers,
        List<SystemRule> system) {

    static {
        // Sentinel logs into the home directory unless told otherwise before its first class loads.
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "hongbi-sentinel").toString();
        System.setProperty("csp.sentinel.log.dir", folder);
        System.setProperty("EAGLEEYE.LOG.PATH", folder);
        System.setProperty("csp.sentinel.metric.flush.interval", "0"); // Micrometer counts
    }

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    Rules {
        flow = List.copyOf(flow);
        paramFlow = List.copyOf(paramFlow);
        breakers = List.copyOf(breakers);
        system = List.copyOf(system);
    }

    /**
     * Rules from JSON.
     *
     * @throws IllegalArgumentException if one of them is none, so that none of them may count
     */
    static Rules parse(String json, Resources resources) {
        try {
            var rules = Objects.requireNonNull(JSON.readValue(json, Rules.class));
            rules.check(resources);
            return rules;
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "Not a document of rules with flow, paramFlow, breakers and system: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Everything passes. */
    static Rules none() {
        return new Rules(List.of(), List.of(), List.of(), List.of());
    }

    /** From now on these rules count, and no others. */
    void load() {
        FlowRuleManager.loadRules(flow);
        ParamFlowRuleManager.loadRules(paramFlow);
        DegradeRuleManager.loadRules(breakers);
        SystemRuleManager.loadRules(system);
    }

    private void check(Resources resources) {
        check(
                flow,
                resources.budgets(),
                rule -> FlowRuleUtil.isValidRule(rule) && rule.getControlBehavior() == 0);
        check(
                paramFlow,
                resources.budgets(),
                rule ->
                        ParamFlowRuleUtil.isValidRule(rule)
                                && rule.getControlBehavior() == 0
                                && rule.getParamIdx() >= Parameters.SCHOOL
                                && rule.getParamIdx() <= Parameters.ADDRESS);
        check(breakers, resources.downstreams(), DegradeRuleManager::isValidRule);
        system.forEach(rule -> require(limitsSomething(rule) && !isForSome(rule), rule));
    }

    private static <T extends AbstractRule> void check(
            List<T> rules, Set<String> resources, Predicate<T> valid) {
        for (var rule : rules) {
            boolean known = resources.contains(rule.getResource());
            require(known && valid.test(rule) && !isForSome(rule), rule);
        }
    }

    private static void require(boolean valid, AbstractRule rule) {
        if (!valid) {
            throw new IllegalArgumentException("Not a valid rule: " + rule);
        }
    }

    private static boolean isForSome(AbstractRule rule) {
        var callers = rule.getLimitApp();
        return callers != null && !callers.equals(RuleConstant.LIMIT_APP_DEFAULT);
    }

    /** Sentinel passes over what is negative, and takes a share of CPU above 1 for none. */
    private static boolean limitsSomething(SystemRule rule) {
        boolean limitsLoad = rule.getHighestSystemLoad() >= 0 || rule.getHighestCpuUsage() >= 0;
        boolean limitsRequests =
                rule.getQps() >= 0 || rule.getAvgRt() >= 0 || rule.getMaxThread() >= 0;
        return rule.getHighestCpuUsage() <= 1 && (limitsLoad || limitsRequests);
    }
}
