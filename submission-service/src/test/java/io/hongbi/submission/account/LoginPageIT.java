package io.hongbi.submission.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page where people sign in, and who is never shown it. */
class LoginPageIT extends SignInFixture {

    @Test
    void showsTheLoginPageToNobodyButBrowsersThatAuthorize() {
        for (var form :
                List.of(
                        Map.of("grant_type", "authorization_code", "client_id", "hongbi-web"),
                        Map.of("grant_type", "password", "username", name, "password", PASSWORD),
                        Map.of("grant_type", "client_credentials", "client_id", "hongbi-web"))) {
            var refused = form(http(), "/oauth2/token", form);
            assertThat(refused.status()).isIn(400, 401);
            assertThat(refused.header("Content-Type")).startsWith("application/json");
            assertThat(refused.json().has("error")).isTrue();
        }
        for (var accepted : new String[] {"*/*", "text/html"}) {
            var refused = http().header("Accept", accepted).get("/userinfo");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(refused.json().get("error").asString()).isEqualTo("invalid_token");
        }
        assertThat(http().header("Accept", "*/*").get(authorize("")).status()).isEqualTo(401);
    }

    @Test
    void saysThatThePasswordIsWrongAndThenToWait() {
        browse("/login");
        for (var attempt = 1; attempt <= 5; attempt++) {
            assertThat(login(name, "wrong").header("Location")).isEqualTo("/login?wrong");
        }

        assertThat(login(name, PASSWORD).header("Location")).isEqualTo("/login?wait");
        assertThat(browse("/login?wait").body()).contains("试错次数太多");
        assertThat(browse("/login?wrong").body()).contains("账号或密码不对");
        var nobody = "nobody-" + school.code();
        for (var attempt = 1; attempt <= 5; attempt++) {
            assertThat(login(nobody, "wrong").header("Location")).isEqualTo("/login?wrong");
        }
        assertThat(login(nobody, "wrong").header("Location")).isEqualTo("/login?wait");
    }

    @Test
    void showsALoginPageThatNeedsNoScript() {
        var page = http().header("Accept-Language", "en-GB").get("/login");

        assertThat(page.body()).contains("Sign in").doesNotContain("<script", "style=", "{{");
        assertThat(String.valueOf(page.header("Content-Security-Policy")))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(http().get("/login/style.css").header("Content-Type")).startsWith("text/css");
        assertThat(browse("/login").body()).contains("登录").contains("lang=\"zh-CN\"");
    }

    @Test
    void refusesAForgedLoginForm() {
        browse("/login");

        var forged = post("/login", Map.of("username", name, "password", PASSWORD));

        assertThat(forged.status()).isEqualTo(403);
    }
}
