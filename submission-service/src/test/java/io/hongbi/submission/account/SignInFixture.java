package io.hongbi.submission.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** A teacher with a password, and a browser that keeps cookies. */
abstract class SignInFixture extends SubmissionIT {

    static final String PASSWORD = "a good password";

    static final String VERIFIER = "0123456789012345678901234567890123456789012";

    static final String REDIRECT = "http://127.0.0.1:8080/";

    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired People people;

    @Autowired JwtDecoder decoder;

    final Map<String, String> cookies = new LinkedHashMap<>();

    TestSchool school;

    String name;

    @BeforeEach
    void account() {
        cookies.clear();
        school = newSchool();
        name = school.teacher() + "@" + school.code();
        tenant.in(school.id(), () -> people.setPassword(school.teacher(), PASSWORD));
    }

    static String authorize(String more) {
        return "/oauth2/authorize?response_type=code&client_id=hongbi-web&scope=openid&state=s"
                + "&code_challenge_method=S256&code_challenge="
                + challenge()
                + "&redirect_uri="
                + encode(REDIRECT)
                + more;
    }

    static String challenge() {
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

    Reply login(String account, String password) {
        var page = browse("/login").body();
        var csrf = CSRF.matcher(page);
        assertThat(csrf.find()).isTrue();
        return post(
                "/login",
                Map.of("username", account, "password", password, "_csrf", csrf.group(1)));
    }

    Reply token(String code, String verifier) {
        return post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "hongbi-web",
                        "code", code,
                        "code_verifier", verifier,
                        "redirect_uri", REDIRECT));
    }

    static String codeIn(Reply redirect) {
        var location = String.valueOf(redirect.header("Location"));
        assertThat(location).startsWith(REDIRECT + "?code=");
        return location.replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    /** As a browser: with cookies. */
    Reply browse(String path) {
        return keep(withCookies().header("Accept", "text/html").get(path));
    }

    Reply post(String path, Map<String, String> form) {
        return keep(form(withCookies(), path, form));
    }

    static Reply form(Http http, String path, Map<String, String> form) {
        var body =
                form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return http.header("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", path, BodyPublishers.ofString(body));
    }

    Http withCookies() {
        if (cookies.isEmpty()) {
            return http();
        }
        return http().header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("; ")));
    }

    Reply keep(Reply reply) {
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

    static String encode(@Nullable String text) {
        return URLEncoder.encode(String.valueOf(text), UTF_8);
    }
}
