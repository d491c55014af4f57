package io.hongbi.submission.account;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.security.Role;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Programs of a school that sign in with a secret. Each acts as a person of its own, so that what
 * it does can be told from what people do.
 */
@Component
public class Integrations {

    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final People people;
    private final PasswordEncoder passwords;
    private final SecureRandom random = new SecureRandom();

    Integrations(JdbcClient jdbc, People people, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.people = people;
        this.passwords = passwords;
    }

    /** What a program signs in with; the secret is shown once and kept as a hash only. */
    public record Credentials(String clientId, String secret) {

        @Override
        public String toString() { // no secrets in logs
            return "Credentials[" + clientId + "]";
        }
    }

    /** Registers a program; call it in a transaction of the tenant. */
    public Credentials register(SchoolId school, String name, Set<Role> roles) {
        var id = PersonId.next();
        people.add(new Person(id, school, "integration:" + id, name, null, roles));
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var clientId = "integration-" + id;
        jdbc.sql(
                        """
                        insert into integrations (client_id, school_id, person_id, secret_hash)
                        values (?, ?, ?, ?)
                        """)
                .params(clientId, school.value(), id.value(), passwords.encode(secret))
                .update();
        return new Credentials(clientId, secret);
    }
}
