package io.hongbi.submission.school;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.common.id.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param added enrolled now and not before
 * @param changed known under another name before
 * @param unchanged how many were enrolled already, as the file says
 * @param wrong left out, and why
 */
record RosterReport(
        boolean dryRun,
        List<Added> added,
        List<Changed> changed,
        int unchanged,
        List<Wrong> wrong) {

    RosterReport {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        wrong = List.copyOf(wrong);
    }

    /**
     * @param studentId null where the account would only be made by the import itself
     * @param signInName what the student types at sign-in, once there is a password
     */
    record Added(
            long line,
            String studentNumber,
            String name,
            @Nullable PersonId studentId,
            String signInName) {}

    record Changed(
            long line,
            String studentNumber,
            String name,
            String previousName,
            PersonId studentId) {}

    /**
     * @param detail a sentence in the caller's language
     */
    record Wrong(long line, Reason reason, String detail) {}

    /** Why a line is left out. */
    enum Reason {
        @JsonProperty("no-number")
        NO_NUMBER,
        @JsonProperty("bad-number")
        BAD_NUMBER,
        @JsonProperty("no-name")
        NO_NAME,
        @JsonProperty("bad-name")
        BAD_NAME,
        @JsonProperty("repeated")
        REPEATED,
        /** Another account has the number, or what it would sign in with. */
        @JsonProperty("taken")
        TAKEN
    }
}
