package io.hongbi.submission.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way of a person from a name and a password to a token. */
class SignInIT extends SignInFixture {

    @Test
    void bringsAPersonFromTheLoginPageToAnAccessToken() {
        var toLogin = browse(authorize(""));
        assertThat(toLogin.header("Location")).isEqualTo("/login");
        var back = login(name.toUpperCase(Locale.ROOT), PASSWORD);
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("Location")).startsWith("/oauth2/authorize?");

        var code = codeIn(browse(String.valueOf(back.header("Location"))));
        var answer = token(code, VERIFIER);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("refresh_token")).isFalse();
        var access = answer.json().get("access_token").asString();
        var jwt = decoder.decode(access);
        assertThat(jwt.getSubject()).isEqualTo(school.teacher().toString());
        assertThat(jwt.getClaimAsString("school")).isEqualTo(school.id().toString());
        assertThat(jwt.getClaimAsStringList("roles")).containsExactly("teacher");
        assertThat(jwt.getClaimAsString("iss")).isEqualTo("http://127.0.0.1:8080");
        assertThat(http().as(access).get("/api/v1/me").json().get("roles").get(0).asString())
                .isEqualTo("teacher");
        var idToken = answer.json().get("id_token").asString();
        assertThat(http().as(idToken).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(token(code, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void renewsSilentlyWhileTheSessionLasts() {
        var unknown = browse(authorize("&prompt=none"));
        assertThat(unknown.header("Location")).startsWith(REDIRECT + "?error=login_required");

        browse("/login");
        login(name, PASSWORD);
        var code = codeIn(browse(authorize("&prompt=none")));

        assertThat(token(code, VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void insistsOnProofOfTheCodesOwner() {
        browse("/login");
        login(name, PASSWORD);

        var code = codeIn(browse(authorize("")));
        assertThat(token(code, VERIFIER.replace('0', '1')).status()).isEqualTo(400);
        var unproven =
                browse(
                        "/oauth2/authorize?response_type=code&client_id=hongbi-web&scope=openid"
                                + "&redirect_uri="
                                + encode(REDIRECT));
        assertThat(unproven.header("Location")).startsWith(REDIRECT + "?error=invalid_request");
        var elsewhere = browse(authorize("").replace(encode(REDIRECT), encode("http://evil/")));
        assertThat(elsewhere.status()).isEqualTo(400);
        var localhost = "http://localhost:8080/";
        var here = browse(authorize("").replace(encode(REDIRECT), encode(localhost)));
        assertThat(here.header("Location")).startsWith(localhost + "?code=");
    }

    @Test
    void endsTheSessionAtLogoutAndWhenThePasswordChanges() {
        browse("/login");
        login(name, PASSWORD);
        tenant.in(school.id(), () -> people.setPassword(school.teacher(), "another password"));
        assertThat(browse(authorize("&prompt=none")).header("Location")).contains("login_required");

        browse("/login");
        login(name, "another password");
        assertThat(post("/logout", Map.of()).header("Location")).isEqualTo("/");
        assertThat(browse(authorize("&prompt=none")).header("Location")).contains("login_required");
    }
}
