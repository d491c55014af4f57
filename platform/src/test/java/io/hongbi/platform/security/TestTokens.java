package io.hongbi.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** An issuer for tests: signs tokens and serves its public key. One per JVM, never stopped. */
public final class TestTokens {

    public static final String ISSUER = "http://issuer.test";

    private static final RSAKey KEY = newKey();
    private static final HttpServer SERVER = serve();

    private TestTokens() {}

    /** What {@code hongbi.security.jwk-set-uri} has to be. */
    public static String jwkSetUri() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/jwks";
    }

    /** A good token, valid for an hour. */
    public static String token(UUID person, UUID school, Role... roles) {
        return token(person, school, List.of(roles), claims -> claims);
    }

    /** A token with changed claims, signed all the same. */
    public static String token(
            UUID person,
            UUID school,
            List<Role> roles,
            UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(KEY, person, school, roles, change);
    }

    /** A token signed by somebody else with the right key id. */
    public static String foreignToken(UUID person, UUID school, Role... roles) {
        return signed(newKey(), person, school, List.of(roles), claims -> claims);
    }

    private static String signed(
            RSAKey key,
            UUID person,
            UUID school,
            List<Role> roles,
            UnaryOperator<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(person.toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(3600)))
                        .claim(TokenClaims.SCHOOL, school.toString())
                        .claim(TokenClaims.ROLES, roles.stream().map(Role::claim).toList());
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build();
        var token = new SignedJWT(header, change.apply(claims).build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serve() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var body = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext(
                    "/jwks",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
