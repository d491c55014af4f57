package io.hongbi.local.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of one call. */
final class Options {

    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Takes the arguments apart.
     *
     * @param flags options without a value
     * @param numbers options followed by a whole number of at least 1
     * @throws Refused on anything else
     */
    static Options parse(List<String> arguments, Set<String> flags, Set<String> numbers) {
        Map<String, String> given = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (flags.contains(option)) {
                given.put(option, "");
            } else if (numbers.contains(option)) {
                given.put(option, number(option, rest.isEmpty() ? "" : rest.pop()));
            } else {
                throw Refused.call("不认识的参数：" + option, "Unknown argument: " + option);
            }
        }
        return new Options(given);
    }

    boolean has(String flag) {
        return given.containsKey(flag);
    }

    int number(String option, int otherwise) {
        String value = given.get(option);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static String number(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw Refused.call(option + " 后面要有一个正整数", option + " needs a whole number");
        }
        return value;
    }
}
