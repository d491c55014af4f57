package io.hongbi.submission.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** ETags of things whose changes are counted: {@code "4"} is version 4. */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * @param ifMatch the header of the request; null accepts any version
     * @throws StaleVersion if the client has seen another version
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            return;
        }
        var matches =
                Arrays.stream(ifMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
        if (!matches) {
            throw new StaleVersion();
        }
    }
}
