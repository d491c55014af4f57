package io.hongbi.submission.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.platform.security.Role;
import io.hongbi.submission.Http.Reply;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Keys, and tokens for programs. */
class TokensIT extends SignInFixture {

    @Autowired private Integrations integrations;

    @Autowired private SigningKeys keys;

    @Test
    void givesIntegrationsTokensForTheirSecret() {
        var credentials =
                tenant.in(
                        school.id(),
                        () -> integrations.register(school.id(), "Sync", Set.of(Role.ADMIN)));

        var answer = clientToken(credentials.clientId(), credentials.secret());

        assertThat(answer.status()).isEqualTo(200);
        var access = answer.json().get("access_token").asString();
        assertThat(decoder.decode(access).getClaimAsString("school"))
                .isEqualTo(school.id().toString());
        assertThat(http().as(access).get(school.classPath()).status()).isEqualTo(200);
        assertThat(clientToken(credentials.clientId(), "wrong").status()).isEqualTo(401);
    }

    @Test
    void keepsTokensGoodWhenKeysRotate() {
        var old = school.token(school.teacher());

        keys.rotate();

        var fresh = school.token(school.teacher());
        assertThat(http().as(old).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(http().as(fresh).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(decoder.decode(fresh).getHeaders().get("kid"))
                .isNotEqualTo(decoder.decode(old).getHeaders().get("kid"));
        var published = http().get("/oauth2/jwks");
        assertThat(published.json().get("keys").size()).isGreaterThanOrEqualTo(2);
        assertThat(published.body()).doesNotContain("\"d\"", "\"p\"", "\"q\"");
    }

    @Test
    void sharesItsKeysWithReplicas() {
        var replica = new SigningKeys(tenant, jdbc);

        assertThat(replica.signing().getKeyID()).isEqualTo(keys.signing().getKeyID());
    }

    @Test
    void describesItselfAsTheGateway() {
        var configuration = http().get("/.well-known/openid-configuration").json();

        assertThat(configuration.get("issuer").asString()).isEqualTo("http://127.0.0.1:8080");
        assertThat(configuration.get("token_endpoint").asString())
                .isEqualTo("http://127.0.0.1:8080/oauth2/token");
    }

    private Reply clientToken(String clientId, String secret) {
        var basic =
                Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(US_ASCII));
        return form(
                http().header("Authorization", "Basic " + basic),
                "/oauth2/token",
                Map.of("grant_type", "client_credentials"));
    }
}
