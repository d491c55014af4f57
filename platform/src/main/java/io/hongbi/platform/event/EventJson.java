package io.hongbi.platform.event;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Events as JSON, UTF-8. Unknown fields are passed over: events only ever gain fields. */
public final class EventJson {

    private final JsonMapper mapper;

    public EventJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public byte[] write(Object event) {
        return mapper.writeValueAsBytes(event);
    }

    /**
     * @throws UnreadableEvent if the bytes are no such event; trying again will not help
     */
    public <T> T read(byte[] json, Class<T> type) {
        T event;
        try {
            event = mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new UnreadableEvent(type, e);
        }
        if (event == null) {
            throw new UnreadableEvent(type, null);
        }
        return event;
    }
}
