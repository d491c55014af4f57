package io.hongbi.grading.reading;

import io.hongbi.common.layout.SheetLayout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code layout.json}. */
public final class SheetLayouts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SheetLayouts() {}

    /**
     * A layout from its JSON.
     *
     * @throws UnreadableLayout if it is none
     */
    public static SheetLayout parse(byte[] json) {
        try {
            return JSON.readValue(json, SheetLayout.class);
        } catch (JacksonException e) {
            throw new UnreadableLayout(e);
        }
    }
}
