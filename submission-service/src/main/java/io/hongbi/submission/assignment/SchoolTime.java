package io.hongbi.submission.assignment;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a time that a class can live to see: an RFC 3339 text of the years 2000 to 2199. Numbers
 * are refused, for nobody can tell seconds from milliseconds.
 */
final class SchoolTime extends StdScalarDeserializer<Instant> {

    private static final Pattern YEARS = Pattern.compile("2[01]\\d\\d-.*");

    SchoolTime() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(getValueType(context), json);
        }
        var text = json.getString();
        try {
            if (YEARS.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException _) {
            // refused below, as what is out of range
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "no school time");
    }
}
