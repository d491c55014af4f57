package io.hongbi.submission.account.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.account.provider.Browser.Page;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.json.JsonMapper;

/** From the login page through a real provider of the school to an access token, and not. */
class ProviderSignInIT extends SubmissionIT {

    private static final String VERIFIER = "0123456789012345678901234567890123456789012";
    private static final String SETTINGS = "/api/v1/school/identity-provider";
    private static final JsonMapper JSON = new JsonMapper();

    private static SchoolProvider provider;

    @Autowired private JwtDecoder decoder;
    @LocalServerPort private int servicePort;

    private TestSchool school;

    @BeforeAll
    static void start() {
        provider = new SchoolProvider();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void connect() {
        provider.audience = null;
        provider.idTokens.clear();
        provider.userInfos.clear();
        school = newSchool();
        connect(school, provider.issuer(), "student_number", "student-number");
    }

    @Test
    void bringsAStudentFromTheLoginPageThroughTheProviderToAnAccessToken() {
        provider.idTokens.put("ming", Map.of("student_number", "1001"));
        var browser = browser();
        assertThat(browser.open(authorize()).location()).isEqualTo("/login");
        var page = browser.open("/login?school=" + school.code());
        assertThat(page.body()).contains("href=\"/login/school/" + school.code() + "\"", "Test");

        var start = browser.open("/login/school/" + school.code());
        assertThat(start.location())
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid");
        assertThat(sessionsThatHoldAState()).isPositive();
        var signedIn = browser.follow(signInAtProvider(browser, start, "ming"));

        assertThat(signedIn.location()).startsWith("/oauth2/authorize?");
        var code = browser.follow(signedIn);
        assertThat(personIn(browser, code)).isEqualTo(school.student());
    }

    @Test
    void knowsWhoCameBeforeBySubjectWhateverTheClaimSays() {
        provider.idTokens.put("ming", Map.of("student_number", "1001"));
        assertThat(signIn(school, "ming")).isEqualTo(school.student());

        provider.idTokens.put("ming", Map.of("student_number", "1002"));
        provider.idTokens.put("thief", Map.of("student_number", "1001"));

        assertThat(signIn(school, "ming")).isEqualTo(school.student());
        assertThat(arrive(school, "thief").location()).endsWith("&no-account");
        assertThat(forget(school.student())).isEqualTo(204);
        assertThat(forget(school.student())).isEqualTo(404);
        assertThat(signIn(school, "ming")).isEqualTo(school.student2());
    }

    @Test
    void asksTheUserInfoForAClaimThatTheIdTokenLacks() {
        provider.userInfos.put("hong", Map.of("student_number", 1002));

        assertThat(signIn(school, "hong")).isEqualTo(school.student2());
    }

    @Test
    void saysInBothLanguagesThatTheSchoolHasNoSuchAccount() {
        provider.idTokens.put("nobody", Map.of("student_number", "9999"));

        for (var stranger : new String[] {"nobody", "without-any-claim"}) {
            var refused = arrive(school, stranger);

            assertThat(refused.location())
                    .isEqualTo("/login?school=" + school.code() + "&no-account");
            assertThat(http().get(refused.location()).body()).contains("没有与您对应的账号");
            assertThat(http().header("Accept-Language", "en").get(refused.location()).body())
                    .contains("Hongbi has no account for you");
        }
        assertThat(bindings(school)).isZero();
        assertThat(jdbcCount("people", school)).isEqualTo(7);
    }

    @Test
    void reachesAccountsOfItsOwnSchoolOnly() {
        var other = newSchool();
        connect(other, provider.issuer(), "account", "sign-in-name");
        provider.idTokens.put(
                "ming",
                Map.of(
                        "student_number",
                        "1001",
                        "account",
                        school.teacher() + "@" + school.code()));

        assertThat(arrive(other, "ming").location()).endsWith("&no-account");
        assertThat(signIn(school, "ming")).isEqualTo(school.student());
        connect(other, provider.issuer(), "student_number", "student-number");
        assertThat(signIn(other, "ming")).isEqualTo(other.student());
        assertThat(signIn(school, "ming")).isEqualTo(school.student());
    }

    @Test
    void signsInTeachersByNameButNeitherAdminsNorOps() {
        connect(school, provider.issuer(), "account", "sign-in-name");
        provider.idTokens.put("wang", Map.of("account", school.teacher().toString()));
        provider.idTokens.put("head", Map.of("account", school.admin().toString()));
        provider.idTokens.put("ops", Map.of("account", school.ops().toString()));

        assertThat(signIn(school, "wang")).isEqualTo(school.teacher());
        assertThat(arrive(school, "head").location()).endsWith("&no-account");
        assertThat(arrive(school, "ops").location()).endsWith("&no-account");
    }

    @Test
    void trustsAnAddressOnlyWhereTheProviderHasVerifiedIt() {
        connect(school, provider.issuer(), "email", "sign-in-name");
        provider.idTokens.put("wang", Map.of("email", school.teacher() + "@" + school.code()));
        assertThat(arrive(school, "wang").location()).endsWith("&no-account");

        provider.idTokens.put(
                "wang",
                Map.of("email", school.teacher() + "@" + school.code(), "email_verified", true));
        assertThat(signIn(school, "wang")).isEqualTo(school.teacher());
    }

    @Test
    void refusesATokenForAnotherAudience() {
        provider.idTokens.put("ming", Map.of("student_number", "1001"));
        provider.audience = "another-client";

        assertThat(arrive(school, "ming").location()).endsWith("&provider-away");
        assertThat(bindings(school)).isZero();
    }

    @Test
    void refusesATokenForAnotherNonce() {
        provider.idTokens.put("ming", Map.of("student_number", "1001", "nonce", "of-somebody"));

        assertThat(arrive(school, "ming").location()).endsWith("&again");
        assertThat(bindings(school)).isZero();
    }

    @Test
    void refusesAStateThatThisBrowserDidNotBring() {
        provider.idTokens.put("ming", Map.of("student_number", "1001"));
        var browser = browser();
        var back = signInAtProvider(browser, start(browser, school), "ming");

        var tampered = browser.open(back.location().replaceAll("state=[^&]+", "state=x"));
        var elsewhere = browser().open(back.location());

        assertThat(tampered.location()).endsWith("&again");
        assertThat(elsewhere.location()).endsWith("&again");
        assertThat(browser.open(authorize()).location()).isEqualTo("/login");
    }

    @Test
    void saysThatTheProviderIsAwayOrNotWhatItClaimsToBe() {
        connect(school, "http://127.0.0.1:1", "student_number", "student-number");
        var away = browser().open("/login/school/" + school.code());
        connect(school, provider.issuer() + "/", "student_number", "student-number");
        var another = browser().open("/login/school/" + school.code());

        for (var failed : new Page[] {away, another}) {
            assertThat(failed.location())
                    .isEqualTo("/login?school=" + school.code() + "&provider-away");
        }
        assertThat(http().get(away.location()).body()).contains("没有正常回答");
    }

    @Test
    void endsWhereTheAdminSwitchesItOff() {
        provider.idTokens.put("ming", Map.of("student_number", "1001"));
        var browser = browser();
        browser.follow(signInAtProvider(browser, start(browser, school), "ming"));
        assertThat(browser.open(authorize()).location()).contains("?code=");

        put(school, body(provider.issuer(), "student_number", "student-number", false));

        assertThat(browser.open(authorize()).location()).isEqualTo("/login");
        assertThat(browser().open("/login/school/" + school.code()).location())
                .contains("/login?school=");
        assertThat(http().get("/login?school=" + school.code()).body())
                .contains("没有找到能用自己的账号登录的这所学校")
                .doesNotContain("/login/school/");
    }

    @Test
    void keepsNothingOfTheProviderInTheSession() {
        provider.idTokens.put("ming", Map.of("student_number", "1001"));
        var browser = browser();
        browser.follow(signInAtProvider(browser, start(browser, school), "ming"));

        var kept =
                jdbc.sql(
                                """
                                select encode(a.attribute_bytes, 'escape') from spring_session s
                                join spring_session_attributes a on a.session_primary_id = s.primary_id
                                where s.principal_name = ?
                                """)
                        .param(school.student().toString())
                        .query(String.class)
                        .list();

        assertThat(kept).isNotEmpty();
        assertThat(String.join("", kept))
                .contains(school.student().toString())
                .doesNotContain("ming", "student_number", "OidcIdToken");
    }

    private PersonId signIn(TestSchool at, String subject) {
        var browser = browser();
        browser.open(authorize());
        var back = signInAtProvider(browser, start(browser, at), subject);
        return personIn(browser, browser.follow(browser.follow(back)));
    }

    /** Where Hongbi leads after the provider has sent the person back. */
    private Page arrive(TestSchool at, String subject) {
        var browser = browser();
        return browser.follow(signInAtProvider(browser, start(browser, at), subject));
    }

    private static Page start(Browser browser, TestSchool at) {
        return browser.open("/login/school/" + at.code());
    }

    /** The redirect back to Hongbi. */
    private static Page signInAtProvider(Browser browser, Page start, String subject) {
        var form = browser.follow(browser.follow(start));
        var signedIn =
                browser.post(
                        "/login",
                        Map.of(
                                "username",
                                subject,
                                "password",
                                SchoolProvider.PASSWORD,
                                "_csrf",
                                form.csrf()));
        var back = browser.follow(signedIn);
        assertThat(back.location()).startsWith(Browser.HONGBI + "/login/callback/");
        return back;
    }

    private PersonId personIn(Browser browser, Page redirect) {
        assertThat(redirect.location()).startsWith(Browser.HONGBI + "/?code=");
        var token =
                browser.post(
                        "http://127.0.0.1:" + servicePort + "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "hongbi-web",
                                "code",
                                redirect.location().replaceAll(".*code=([^&]+).*", "$1"),
                                "code_verifier",
                                VERIFIER,
                                "redirect_uri",
                                Browser.HONGBI + "/"));
        assertThat(token.body()).contains("access_token");
        var access = JSON.readTree(token.body()).get("access_token").asString();
        return PersonId.of(String.valueOf(decoder.decode(access).getSubject()));
    }

    private Browser browser() {
        return new Browser("http://127.0.0.1:" + servicePort);
    }

    private static String authorize() {
        return "/oauth2/authorize?response_type=code&client_id=hongbi-web&scope=openid&state=s"
                + "&code_challenge_method=S256&code_challenge="
                + challenge()
                + "&redirect_uri="
                + URLEncoder.encode(Browser.HONGBI + "/", UTF_8);
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

    private void connect(TestSchool at, String issuer, String claim, String matches) {
        var saved = put(at, body(issuer, claim, matches, true));
        provider.register(clientOf(at), JSON.readTree(saved).get("redirectUri").asString());
    }

    private String put(TestSchool at, String body) {
        var saved =
                http().as(at.token(at.admin())).put(SETTINGS, body.replace("CLIENT", clientOf(at)));
        assertThat(saved.status()).isIn(200, 201);
        return saved.body();
    }

    private static String body(String issuer, String claim, String matches, boolean enabled) {
        return """
        {"issuer": "%s", "clientId": "CLIENT", "clientSecret": "%s", "accountClaim": "%s",
         "matches": "%s", "enabled": %s}
        """
                .formatted(issuer, SchoolProvider.SECRET, claim, matches, enabled);
    }

    private static String clientOf(TestSchool at) {
        return "hongbi-at-" + at.code();
    }

    private int forget(PersonId person) {
        return http().as(school.token(school.admin()))
                .delete("/api/v1/people/" + person + "/external-identity")
                .status();
    }

    private long bindings(TestSchool at) {
        return jdbcCount("external_identities", at);
    }

    private long jdbcCount(String table, TestSchool at) {
        return tenant.in(
                at.id(),
                () -> jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private long sessionsThatHoldAState() {
        return jdbc.sql(
                        """
                        select count(*) from spring_session_attributes
                        where attribute_name like '%AUTHORIZATION_REQUEST'
                        """)
                .query(Long.class)
                .single();
    }
}
