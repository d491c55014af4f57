package io.hongbi.submission.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.platform.security.Role;
import io.hongbi.submission.Http;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class SignInIT extends SubmissionIT {

    private static final String PASSWORD = "a good password";
    private static final String VERIFIER = "0123456789012345678901234567890123456789012";
    private static final String REDIRECT = "http://127.0.0.1:8080/";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired private People people;
    @Autowired private Integrations integrations;
    @Autowired private JwtDecoder decoder;
    @Autowired private SigningKeys keys;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private TestSchool school;
    private String name;

    @BeforeEach
    void account() {
        cookies.clear();
        school = newSchool();
        name = school.teacher() + "@" + school.code();
        tenant.in(school.id(), () -> people.setPassword(school.teacher(), PASSWORD));
    }

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

    private static String authorize(String more) {
        return "/oauth2/authorize?response_type=code&client_id=hongbi-web&scope=openid&state=s"
                + "&code_challenge_method=S256&code_challenge="
                + challenge()
                + "&redirect_uri="
                + encode(REDIRECT)
                + more;
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(VERIFIER.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply login(String account, String password) {
        var page = browse("/login").body();
        var csrf = CSRF.matcher(page);
        assertThat(csrf.find()).isTrue();
        return post(
                "/login",
                Map.of("username", account, "password", password, "_csrf", csrf.group(1)));
    }

    private Reply token(String code, String verifier) {
        return post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "hongbi-web",
                        "code", code,
                        "code_verifier", verifier,
                        "redirect_uri", REDIRECT));
    }

    private Reply clientToken(String clientId, String secret) {
        var basic =
                Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(US_ASCII));
        return form(
                http().header("Authorization", "Basic " + basic),
                "/oauth2/token",
                Map.of("grant_type", "client_credentials"));
    }

    private static String codeIn(Reply redirect) {
        var location = String.valueOf(redirect.header("Location"));
        assertThat(location).startsWith(REDIRECT + "?code=");
        return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    /** As a browser: with cookies. */
    private Reply browse(String path) {
        return keep(withCookies().header("Accept", "text/html").get(path));
    }

    private Reply post(String path, Map<String, String> form) {
        return keep(form(withCookies(), path, form));
    }

    private static Reply form(Http http, String path, Map<String, String> form) {
        var body =
                form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return http.header("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(body));
    }

    private Http withCookies() {
        if (cookies.isEmpty()) {
            return http();
        }
        return http().header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private Reply keep(Reply reply) {
        for (var cookie : reply.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                assertThat(cookie).contains("HttpOnly");
                cookies.put(pair[0], pair[1]);
            }
        }
        return reply;
    }

    private static String encode(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), UTF_8);
    }
}
