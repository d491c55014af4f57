package io.hongbi.submission.account.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.common.id.SchoolId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A school's own OpenID Connect provider.
 *
 * @param schoolCode names it in addresses
 * @param version counts its changes, from 1
 */
record Provider(
        SchoolId school,
        String schoolCode,
        String schoolName,
        Settings settings,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * @param issuer as in its ID tokens, to the letter
     * @param sealedSecret see {@link Secrets}; null for a client without a secret
     * @param accountClaim the claim that names the account at the first sign-in
     * @param matches what of the account it names
     */
    record Settings(
            String issuer,
            String clientId,
            @Nullable String sealedSecret,
            List<String> scopes,
            String accountClaim,
            Matches matches,
            boolean enabled) {

        Settings {
            scopes = List.copyOf(scopes);
        }

        /** Whether subjects mean the same people: they may differ from client to client. */
        boolean knowsTheSamePeopleAs(Settings other) {
            return issuer.equals(other.issuer) && clientId.equals(other.clientId);
        }

        @Override
        public String toString() { // no secrets in logs
            return "Settings[" + issuer + "]";
        }
    }

    /** What of an account the claim names. */
    enum Matches {
        /** A student's number. */
        @JsonProperty("student-number")
        STUDENT_NUMBER("student-number"),
        /** The sign-in name, with or without the school's code. */
        @JsonProperty("sign-in-name")
        SIGN_IN_NAME("sign-in-name");

        private final String column;

        Matches(String column) {
            this.column = column;
        }

        /** As the database has it. */
        String column() {
            return column;
        }

        static Matches of(String column) {
            return STUDENT_NUMBER.column.equals(column) ? STUDENT_NUMBER : SIGN_IN_NAME;
        }
    }
}
