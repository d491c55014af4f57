package io.hongbi.submission.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: after five wrong passwords in a row a name is refused for 30 s, then twice
 * as long each time, 15 min at most. Names without an account are treated alike, so that nothing is
 * learnt about who has one. Kept in PostgreSQL, so that it holds for all replicas.
 */
@Component
class SignInLimit {

    private final JdbcClient jdbc;

    SignInLimit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isRefused(String signInName) {
        return jdbc.sql(
                        """
                        select exists (select from sign_in_failures
                            where name_digest = ? and refused_until > now())
                        """)
                .param(digest(signInName))
                .query(Boolean.class)
                .single();
    }

    void failed(String signInName) {
        jdbc.sql(
                        """
                        insert into sign_in_failures as f
                            (name_digest, failures, refused_until, last_failed_at)
                        values (?, 1, now(), now())
                        on conflict (name_digest) do update
                        set failures = f.failures + 1, last_failed_at = now(),
                            refused_until = case when f.failures < 4 then now()
                                else now() + least(30 * 2 ^ least(f.failures - 4, 5), 900)
                                     * interval '1 s' end
                        """)
                .param(digest(signInName))
                .update();
    }

    void succeeded(String signInName) {
        jdbc.sql("delete from sign_in_failures where name_digest = ?")
                .param(digest(signInName))
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void forget() {
        jdbc.sql("delete from sign_in_failures where last_failed_at < now() - interval '1 day'")
                .update();
    }

    private static byte[] digest(String signInName) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(signInName.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
