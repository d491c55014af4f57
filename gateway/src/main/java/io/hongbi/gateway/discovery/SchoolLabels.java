package io.hongbi.gateway.discovery;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The labels of schools whose requests go to instances of their own. */
class SchoolLabels {

    private static final Logger LOG = LoggerFactory.getLogger(SchoolLabels.class);

    private volatile Map<String, String> labels = Map.of();

    /** The label of a school; null for most. */
    @Nullable String of(@Nullable String school) {
        return school == null ? null : labels.get(school);
    }

    /**
     * From now on these count, and no others.
     *
     * @param json an object of school ids and labels; what is none is refused, and those that
     *     counted stay; null for no labels
     */
    void take(@Nullable String json) {
        try {
            labels = json == null ? Map.of() : parse(json);
            LOG.info("{} schools have a label.", labels.size());
        } catch (JacksonException | NullPointerException _) {
            LOG.error("The new labels of schools are refused, the old ones stay: no object of ids");
        }
    }

    private static Map<String, String> parse(String json) {
        return Map.copyOf(
                JsonMapper.shared().readValue(json, new TypeReference<Map<String, String>>() {}));
    }
}
