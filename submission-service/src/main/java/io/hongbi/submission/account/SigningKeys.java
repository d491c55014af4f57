package io.hongbi.submission.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.hongbi.submission.tenant.Tenant;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The keys that sign tokens, shared by all replicas through PostgreSQL. The newest signs; older
 * ones stay published until no token of theirs is good any more.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final int BITS = 2048;
    private static final Duration SIGNS_FOR = Duration.ofDays(90);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private volatile @Nullable Loaded loaded;

    SigningKeys(Tenant tenant, JdbcClient jdbc) {
        this.tenant = tenant;
        this.jdbc = jdbc;
    }

    /** Public keys for checking, of this and other replicas; a key just made is looked for. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        var found = selector.select(new JWKSet(keys(FRESH).all()).toPublicJWKSet());
        return found.isEmpty()
                ? selector.select(new JWKSet(keys(BETWEEN_LOOKS).all()).toPublicJWKSet())
                : found;
    }

    /** The key that signs now. */
    RSAKey signing() {
        return (RSAKey) keys(FRESH).all().getFirst();
    }

    /** Makes a new key; it signs from now on. */
    void rotate() {
        loaded =
                tenant.inSystem(() -> {
                    lock();
                    insert();
                    return load();
                });
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT10M")
    void retire() {
        jdbc.sql(
                        """
                        delete from signing_keys old where exists (
                            select from signing_keys newer where newer.created_at > old.created_at
                                and newer.created_at < now() - interval '2 days')
                        """)
                .update();
    }

    private Loaded keys(Duration maxAge) {
        var known = loaded;
        if (known != null && known.isYoungerThan(maxAge)) {
            return known;
        }
        try {
            var fresh = load();
            loaded = fresh.canSign() ? fresh : tenant.inSystem(this::ensure);
        } catch (DataAccessException e) {
            if (known == null) {
                throw e;
            }
            return known; // keys last: tokens stay good while the database is away
        }
        return Objects.requireNonNull(loaded);
    }

    private Loaded ensure() {
        lock();
        if (!load().canSign()) { // another replica may have made one meanwhile
            insert();
        }
        return load();
    }

    private void lock() {
        jdbc.sql("select true from (select pg_advisory_xact_lock(7219304417)) as held")
                .query(Boolean.class)
                .single();
    }

    private void insert() {
        try {
            var key =
                    new RSAKeyGenerator(BITS)
                            .keyID(UUID.randomUUID().toString())
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .generate();
            jdbc.sql(
                            "insert into signing_keys (id, jwk, created_at) values (?, ?, clock_timestamp())")
                    .params(key.getKeyID(), key.toJSONString())
                    .update();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform makes RSA keys", e);
        }
    }

    private Loaded load() {
        var rows =
                jdbc.sql(
                                """
                                select jwk, created_at > now() - :days * interval '1 day' as young
                                from signing_keys order by created_at desc
                                """)
                        .param("days", SIGNS_FOR.toDays())
                        .query((row, _) -> new Row(row.getString("jwk"), row.getBoolean("young")))
                        .list();
        var keys = rows.stream().map(row -> parse(row.jwk())).toList();
        return new Loaded(keys, !rows.isEmpty() && rows.getFirst().young(), Instant.now());
    }

    private static JWK parse(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) { // its text is a secret: no cause, no message of it
            throw new IllegalStateException("A row of signing_keys is no RSA key");
        }
    }

    private record Row(String jwk, boolean young) {}

    /**
     * @param all the newest first
     * @param canSign whether the newest is young enough
     */
    private record Loaded(List<JWK> all, boolean canSign, Instant at) {

        boolean isYoungerThan(Duration age) {
            return at.plus(age).isAfter(Instant.now());
        }
    }
}
