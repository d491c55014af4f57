package io.hongbi.submission.account;

import io.hongbi.platform.security.Role;
import io.hongbi.submission.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks name and password of the login page; who is signed in is known by person id. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final SignInLimit limit;
    private final DaoAuthenticationProvider passwords;

    PasswordSignIn(Tenant tenant, JdbcClient jdbc, SignInLimit limit, PasswordEncoder encoder) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.limit = limit;
        this.passwords = new DaoAuthenticationProvider(this::load);
        this.passwords.setPasswordEncoder(encoder);
    }

    /**
     * @throws LockedException if too many wrong passwords came for that name
     * @throws BadCredentialsException if name or password are wrong
     */
    @Override
    public @Nullable Authentication authenticate(Authentication attempt) {
        var name = attempt.getName();
        if (limit.isRefused(name)) {
            throw new LockedException("Too many wrong passwords; wait before the next attempt.");
        }
        try {
            var signedIn = passwords.authenticate(attempt);
            limit.succeeded(name);
            return signedIn;
        } catch (BadCredentialsException e) {
            limit.failed(name);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private UserDetails load(String signInName) {
        return tenant.inSystem(() ->
                jdbc.sql(
                                """
                                select id, password_hash, roles from people
                                where sign_in_name = ? and password_hash is not null
                                """)
                        .param(signInName.strip().toLowerCase(Locale.ROOT))
                        .query(PasswordSignIn::user)
                        .optional()
                        .orElseThrow(() -> new UsernameNotFoundException("No account")));
    }

    private static UserDetails user(ResultSet row, int index) throws SQLException {
        var roles = (String[]) row.getArray("roles").getArray();
        return User.withUsername(row.getString("id"))
                .password(row.getString("password_hash"))
                .authorities(
                        Arrays.stream(roles)
                                .map(role -> Role.ofClaim(role).authority())
                                .toArray(String[]::new))
                .build();
    }
}
