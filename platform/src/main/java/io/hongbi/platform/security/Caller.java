package io.hongbi.platform.security;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sent the request, as the token says. Controllers take it as a parameter.
 *
 * @param school the only school whose things the caller may see
 */
public record Caller(PersonId id, SchoolId school, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The caller a checked token speaks of; {@link TokenClaims} has seen to its claims. */
    static Caller of(Jwt token) {
        return new Caller(
                PersonId.of(Objects.requireNonNull(token.getSubject())),
                SchoolId.of(Objects.requireNonNull(token.getClaimAsString(TokenClaims.SCHOOL))),
                Set.copyOf(TokenClaims.rolesOf(token)));
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
