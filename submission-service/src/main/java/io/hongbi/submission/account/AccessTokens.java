package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TokenClaims;
import io.hongbi.submission.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Makes access tokens without a sign-in: for the demo school and for tests. */
@Component
public class AccessTokens {

    private static final String CLIENT = "hongbi-web";

    private final Tenant tenant;
    private final People people;
    private final JwtEncoder encoder;
    private final SignInProperties properties;

    AccessTokens(Tenant tenant, People people, JwtEncoder encoder, SignInProperties properties) {
        this.tenant = tenant;
        this.people = people;
        this.encoder = encoder;
        this.properties = properties;
    }

    /**
     * @throws IllegalArgumentException if there is nobody of that id
     */
    public String mint(PersonId id, Duration validity) {
        var person =
                tenant.inSystem(() -> people.find(id))
                        .orElseThrow(() -> new IllegalArgumentException("Nobody has the id " + id));
        var now = Instant.now();
        var claims =
                JwtClaimsSet.builder()
                        .issuer(properties.issuer().toString())
                        .subject(person.id().toString())
                        .audience(List.of(CLIENT))
                        .issuedAt(now)
                        .notBefore(now)
                        .expiresAt(now.plus(validity));
        addTo(claims, person);
        return encoder.encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
    }

    /** What every access token says of its person. */
    static void addTo(JwtClaimsSet.Builder claims, Person person) {
        var roles = new ArrayList<String>(); // an authorization row takes no unmodifiable list
        person.roles().stream().map(Role::claim).sorted().forEach(roles::add);
        claims.subject(person.id().toString())
                .claim(TokenClaims.SCHOOL, person.school().toString())
                .claim(TokenClaims.ROLES, roles);
    }
}
