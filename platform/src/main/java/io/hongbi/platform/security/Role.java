package io.hongbi.platform.security;

import java.util.Locale;

/** What a person may do. In tokens in lower case, as authority {@code ROLE_<name>}. */
public enum Role {
    /** Hands in pages. */
    STUDENT,
    /** Sets assignments and sees what the own classes hand in. */
    TEACHER,
    /** Runs one school and sees all of it. */
    ADMIN,
    /** Runs the installation; sees counts of all schools and no photo. */
    OPS;

    /** Name of the role in the token's {@code roles}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the role among Spring Security's authorities. */
    public String authority() {
        return "ROLE_" + name();
    }

    /**
     * @throws IllegalArgumentException if there is no such role
     */
    public static Role ofClaim(String claim) {
        return valueOf(claim.toUpperCase(Locale.ROOT));
    }
}
