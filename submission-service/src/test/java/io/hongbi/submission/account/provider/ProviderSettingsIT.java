package io.hongbi.submission.account.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an admin sets of the school's provider. */
class ProviderSettingsIT extends SubmissionIT {

    private static final String PATH = "/api/v1/school/identity-provider";
    private static final String SETTINGS =
            """
            {"issuer": "https://id.school.example", "clientId": "hongbi", "clientSecret": "s3cret-of-it",
             "accountClaim": "student_number", "matches": "student-number"}
            """;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void setsShowsReplacesAndRemovesWithETags() {
        assertThat(admin("GET", "", null).status()).isEqualTo(404);

        var added = admin("PUT", SETTINGS, null);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo(PATH);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        assertThat(added.json().get("redirectUri").asString())
                .isEqualTo("http://127.0.0.1:8080/login/callback/" + school.code());
        assertThat(added.json().get("signInUrl").asString())
                .isEqualTo("http://127.0.0.1:8080/login/school/" + school.code());
        assertThat(added.json().get("scopes").toString()).isEqualTo("[\"openid\",\"profile\"]");

        var off = SETTINGS.replace("{\"issuer\"", "{\"enabled\": false, \"issuer\"");
        assertThat(admin("PUT", off, "\"7\"").status()).isEqualTo(412);
        var replaced = admin("PUT", off, "\"1\"");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
        assertThat(admin("GET", "", null).json().get("enabled").asBoolean()).isFalse();
        assertThat(admin("DELETE", "", "\"1\"").status()).isEqualTo(412);
        assertThat(admin("DELETE", "", "\"2\"").status()).isEqualTo(204);
        assertThat(admin("DELETE", "", null).status()).isEqualTo(404);
    }

    @Test
    void neverShowsTheSecretAndKeepsItSealedForItsIssuerOnly() {
        var added = admin("PUT", SETTINGS, null);

        assertThat(added.body()).doesNotContain("s3cret-of-it");
        assertThat(stored()).isNotNull().doesNotContain("s3cret-of-it");
        var without = SETTINGS.replace("\"clientSecret\": \"s3cret-of-it\",", "");
        assertThat(admin("PUT", without, null).json().get("hasClientSecret").asBoolean()).isTrue();
        var elsewhere = without.replace("id.school.example", "evil.example");
        assertThat(admin("PUT", elsewhere, null).json().get("hasClientSecret").asBoolean())
                .isFalse();
    }

    @Test
    void refusesIssuersThatMayNotBeAsked() {
        for (var issuer :
                new String[] {
                    "http://id.school.example",
                    "https://10.0.0.1",
                    "https://169.254.169.254/latest",
                    "https://[fd00::1]",
                    "https://user@id.school.example",
                    "https://id.school.example?x=1",
                    "https://id.school.example#x",
                    "file:///etc/passwd",
                    "id.school.example",
                    "https://a b"
                }) {
            var refused = admin("PUT", SETTINGS.replace("https://id.school.example", issuer), null);

            if (issuer.startsWith("http://")) { // of this machine, in tests; asked only there
                assertThat(refused.status()).isEqualTo(201);
                continue;
            }
            assertThat(refused.status()).as(issuer).isEqualTo(400);
            assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                    .containsExactly("/issuer");
        }
    }

    @Test
    void refusesFieldsWithoutSense() {
        assertThat(admin("PUT", "{}", null).json().get("errors").findValuesAsString("pointer"))
                .contains("/issuer", "/clientId", "/accountClaim", "/matches");
        var nul = admin("PUT", SETTINGS.replace("student_number\"", "a\\u0000b\""), null);
        assertThat(nul.status()).isEqualTo(400);
        assertThat(admin("PUT", SETTINGS.replace("\"student-number\"", "\"mail\""), null).status())
                .isEqualTo(400);
    }

    @Test
    void isForAdminsOfTheSchoolAlone() {
        admin("PUT", SETTINGS, null);
        for (var person : new PersonId[] {school.teacher(), school.student(), school.ops()}) {
            for (var method : new String[] {"GET", "PUT", "DELETE"}) {
                assertThat(send(school, person, method, "not even json", null).status())
                        .isEqualTo(403);
            }
        }
        assertThat(http().get(PATH).status()).isEqualTo(401);
        var other = newSchool();
        assertThat(send(other, other.admin(), "GET", "", null).status()).isEqualTo(404);
        assertThat(send(other, other.admin(), "DELETE", "", null).status()).isEqualTo(404);
    }

    private String stored() {
        return tenant.in(
                school.id(),
                () ->
                        jdbc.sql("select client_secret from identity_providers")
                                .query(String.class)
                                .single());
    }

    private Reply admin(String method, String body, @Nullable String tag) {
        return send(school, school.admin(), method, body, tag);
    }

    private Reply send(
            TestSchool at, PersonId by, String method, String body, @Nullable String tag) {
        var request = http().as(at.token(by));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return switch (method) {
            case "GET" -> request.get(PATH);
            case "PUT" -> request.put(PATH, body);
            default -> request.delete(PATH);
        };
    }
}
