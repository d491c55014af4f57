package io.hongbi.submission.intake;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is taken in, and what it may cost.
 *
 * @param maxPage bytes of one page
 * @param maxPages of one submission
 * @param maxPixels width times height, as the headers say
 */
@ConfigurationProperties("hongbi.intake")
record IntakeProperties(
        @DefaultValue Spooling spool,
        @DefaultValue Reaping reaper,
        @DefaultValue("20MB") DataSize maxPage,
        @DefaultValue("20") int maxPages,
        @DefaultValue("60000000") long maxPixels) {

    IntakeProperties {
        if (maxPages < 1 || maxPages > 20) {
            throw new IllegalArgumentException("hongbi.intake.max-pages must be 1 to 20");
        }
        if (maxPage.toBytes() < 1 || maxPixels < 1) {
            throw new IllegalArgumentException(
                    "hongbi.intake.max-page and max-pixels must be more than 0");
        }
        if (spool.maxBytes().compareTo(maxPage) < 0) {
            throw new IllegalArgumentException(
                    "hongbi.intake.spool.max-bytes must hold at least one page");
        }
    }

    /**
     * @param folder where uploads lie while they are checked; null is the system's temporary folder
     * @param maxBytes of all uploads under way in this process
     */
    record Spooling(@Nullable Path folder, @DefaultValue("2GB") DataSize maxBytes) {

        Path folderOrDefault() {
            return folder == null
                    ? Path.of(System.getProperty("java.io.tmpdir"), "hongbi-spool")
                    : folder;
        }
    }

    /**
     * @param age of objects that are looked at; younger ones may still get their row
     * @param every how often it is looked
     * @param limit how many objects at one look
     */
    record Reaping(
            @DefaultValue("1h") Duration age,
            @DefaultValue("10m") Duration every,
            @DefaultValue("1000") int limit) {

        Reaping {
            if (age.compareTo(Duration.ofMinutes(1)) < 0 || limit < 1 || limit > 1000) {
                throw new IllegalArgumentException(
                        "hongbi.intake.reaper.age must be 1 minute or more, limit 1 to 1000");
            }
        }
    }
}
