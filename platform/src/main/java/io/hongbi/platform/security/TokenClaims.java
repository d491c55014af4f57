package io.hongbi.platform.security;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Accepts access tokens only: a person as subject, a school, known roles. An ID token of the same
 * issuer has none of it and is refused.
 */
public final class TokenClaims implements OAuth2TokenValidator<Jwt> {

    /** Claim with the caller's school, a UUID. */
    public static final String SCHOOL = "school";

    /** Claim with the caller's roles, a list of {@link Role#claim()}. */
    public static final String ROLES = "roles";

    private static final OAuth2Error REFUSED =
            new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_TOKEN,
                    "The token names no person, no school or no known role",
                    null);

    /** The roles a checked token grants. */
    static List<Role> rolesOf(Jwt token) {
        return Objects.requireNonNull(token.getClaimAsStringList(ROLES)).stream()
                .map(Role::ofClaim)
                .toList();
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var complete =
                isUuid(token.getClaims().get("sub"))
                        && isUuid(token.getClaims().get(SCHOOL))
                        && areRoles(token.getClaims().get(ROLES));
        return complete
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(REFUSED);
    }

    private static boolean isUuid(@Nullable Object claim) {
        try {
            return claim instanceof String text && UUID.fromString(text).version() > 0;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean areRoles(@Nullable Object claim) {
        return claim instanceof List<?> roles
                && !roles.isEmpty()
                && roles.stream().allMatch(TokenClaims::isRole);
    }

    private static boolean isRole(@Nullable Object claim) {
        for (var role : Role.values()) {
            if (role.claim().equals(claim)) {
                return true;
            }
        }
        return false;
    }
}
