package io.hongbi.platform.flow;

import io.hongbi.platform.security.TokenClaims;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whose a request is, in the order in which rules number it; null is not limited. */
public final class Parameters {

    /** Places of the parameters, in rules. */
    static final int SCHOOL = 0;

    static final int PERSON = 1;
    static final int ADDRESS = 2;

    private Parameters() {}

    /** Of a request with a token. */
    public static @Nullable Object[] of(Jwt token) {
        return new Object[] {token.getClaimAsString(TokenClaims.SCHOOL), token.getSubject(), null};
    }

    /** Of a request without one. */
    public static @Nullable Object[] ofAddress(String address) {
        return new Object[] {null, null, address};
    }

    static String named(int parameter) {
        return switch (parameter) {
            case SCHOOL -> "school";
            case PERSON -> "person";
            default -> "address";
        };
    }
}
