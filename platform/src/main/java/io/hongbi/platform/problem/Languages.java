package io.hongbi.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The languages answers come in: Chinese unless English is asked for. */
public final class Languages {

    public static final Locale DEFAULT = Locale.SIMPLIFIED_CHINESE;
    private static final List<Locale> SUPPORTED = List.of(DEFAULT, Locale.CHINESE, Locale.ENGLISH);

    private Languages() {}

    /**
     * @param header the value of Accept-Language; a malformed one counts as none
     */
    public static Locale accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return DEFAULT;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED);
            return Objects.requireNonNullElse(best, DEFAULT);
        } catch (IllegalArgumentException _) {
            return DEFAULT;
        }
    }

    static Locale nearest(Locale asked) {
        return asked.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : DEFAULT;
    }
}
