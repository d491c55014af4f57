package io.hongbi.submission.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.SubmissionIT;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** U+0000 fits into no text that PostgreSQL keeps: nobody gets a 500 for it. */
class StorableTextIT extends SubmissionIT {

    @ParameterizedTest
    @CsvSource({
        "/login, username=a%00b&password=x, /username",
        "/login, username=a&password=x%00, /password",
        "/oauth2/token, grant_type=client_credentials&client_id=a%00, /client_id",
        "/oauth2/token, grant_type=authorization_code&client_id=hongbi-web&code=%00, /code",
    })
    void isRefusedInAForm(String path, String form, String pointer) {
        var refused =
                http().header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "en")
                        .send("POST", path, BodyPublishers.ofString(form));

        assertRefused(refused, pointer);
        assertThat(refused.json().at("/errors/0/detail").asString()).contains("control characters");
    }

    @Test
    void isRefusedInAQuery() {
        var school = newSchool();
        var teacher = http().as(school.token(school.teacher()));

        assertRefused(teacher.get(school.classPath() + "/students?cursor=%00"), "/cursor");
        assertRefused(http().get("/oauth2/authorize?client_id=%00"), "/client_id");
    }

    @Test
    void isRefusedInASession() {
        for (var path : new String[] {"/login", "/oauth2/authorize?client_id=hongbi-web"}) {
            assertRefused(http().header("Cookie", "SESSION=YQBi").get(path), "/SESSION"); // a, 0, b
        }
    }

    @Test
    void isRefusedInJson() {
        var school = newSchool();
        var title = "{\"title\": \"a\\u0000b\", \"kind\": \"notes\"}";

        assertRefused(
                http().as(school.token(school.teacher()))
                        .post(school.classPath() + "/assignments", title),
                "/title");
        assertRefused(
                http().as(school.token(school.teacher())).patch(school.assignmentPath(), title),
                "/title");
        assertRefused(
                http().as(school.token(school.teacher()))
                        .patch(school.classPath(), "{\"name\": \"a\\u0000b\"}"),
                "/name");
        var password = "/api/v1/people/" + school.student() + "/password";
        assertRefused(
                http().as(school.token(school.teacher()))
                        .put(password, "{\"password\": \"long enough\\u0000\"}"),
                "/password");
    }

    @Test
    void isToldLineByLineInARoster() {
        var school = newSchool();
        var csv = "number,name\n2001,A\0n\n20\0" + "02,Bo\n";

        var report =
                http().as(school.token(school.teacher()))
                        .post(
                                school.classPath() + "/roster",
                                "text/csv",
                                csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().get("added")).isEmpty();
        assertThat(report.json().get("wrong").findValuesAsString("reason"))
                .containsExactly("bad-name", "bad-number");
    }

    private static void assertRefused(Reply refused, String pointer) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().get("code").asString()).isEqualTo("invalid");
        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .containsExactly(pointer);
    }
}
