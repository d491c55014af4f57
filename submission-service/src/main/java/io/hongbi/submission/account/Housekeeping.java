package io.hongbi.submission.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes authorizations nobody can use any more. */
@Component
class Housekeeping {

    private final JdbcClient jdbc;

    Housekeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forgetExpiredAuthorizations() {
        jdbc.sql(
                        """
                        delete from oauth2_authorization
                        where coalesce(access_token_expires_at, authorization_code_expires_at)
                            < now() - interval '1 hour'
                        """)
                .update();
    }
}
