package io.hongbi.submission.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.submission.Http;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.account.People;
import io.hongbi.submission.worksheet.KnownWorksheets;
import io.hongbi.submission.worksheet.Worksheets;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.json.JsonMapper;

class DemoSchoolIT extends SubmissionIT {

    private static final String URL = "http://127.0.0.1:8080";

    @Autowired private People people;
    @Autowired private JwtDecoder decoder;
    @Autowired private JsonMapper json;
    @Autowired private KnownWorksheets worksheets;
    @Autowired private Worksheets sheets;
    @TempDir private Path folder;

    private Path path;
    private DemoEnvFile file;
    private DemoTokens demoTokens;

    @BeforeEach
    void seed() {
        path = folder.resolve("new").resolve("demo.env");
        file = new DemoEnvFile(path);
        demoTokens = new DemoTokens(tokens, decoder, file, URL);
        for (int i = 0; i < 2; i++) {
            new DemoSchool(tenant, jdbc, people).seed();
            new DemoWorksheet(tenant, jdbc, json, worksheets, sheets).seed();
        }
        demoTokens.renew();
    }

    @Test
    void writesWhatAClientNeeds() throws IOException {
        var env = file.read();

        assertThat(env)
                .containsOnlyKeys(
                        "HONGBI_URL",
                        "TEACHER_TOKEN",
                        "STUDENT_TOKEN",
                        "STUDENT2_TOKEN",
                        "ADMIN_TOKEN",
                        "OPS_TOKEN",
                        "OTHER_SCHOOL_TEACHER_TOKEN",
                        "CLASS_ID",
                        "NOTES_ASSIGNMENT_ID",
                        "ARITHMETIC_ASSIGNMENT_ID",
                        "WORKSHEET_ID",
                        "WORKSHEET_ASSIGNMENT_ID")
                .containsEntry("HONGBI_URL", URL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (var files = Files.list(path.getParent())) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void givesTokensThatDoWhatTheyShould() {
        var env = file.read();
        var assignment = "/api/v1/assignments/" + env.get("NOTES_ASSIGNMENT_ID");
        var students = "/api/v1/classes/" + env.get("CLASS_ID") + "/students";

        for (var who : new String[] {"TEACHER", "STUDENT", "STUDENT2", "ADMIN"}) {
            assertThat(as(who).get(assignment).status()).isEqualTo(200);
        }
        assertThat(as("OTHER_SCHOOL_TEACHER").get(assignment).status()).isEqualTo(404);
        assertThat(as("OPS").get(assignment).status()).isEqualTo(403);
        assertThat(as("TEACHER").get(students).json().get("items")).hasSize(5);
    }

    @Test
    void hasAWorksheetAndItsAssignment() {
        var env = file.read();

        var sheet = as("TEACHER").get("/api/v1/worksheets/" + env.get("WORKSHEET_ID")).json();
        var assignment = "/api/v1/assignments/" + env.get("WORKSHEET_ASSIGNMENT_ID");

        assertThat(sheet.get("pages").asInt()).isEqualTo(1);
        var set = as("STUDENT").get(assignment).json();
        assertThat(set.get("worksheetId").asString()).isEqualTo(env.get("WORKSHEET_ID"));
        var keys = as("TEACHER").get(assignment + "/keys").json();
        assertThat(keys.at("/keys/q6/answers/0").asString()).isEqualTo("43");
        assertThat(keys.at("/keys/q6/points").asInt()).isEqualTo(2);
    }

    @Test
    void keepsGoodTokensAndRenewsOthers() {
        var first = file.read();
        demoTokens.renew();
        assertThat(file.read()).isEqualTo(first);

        var stale = new LinkedHashMap<>(first);
        stale.put("OPS_TOKEN", tokens.mint(DemoPerson.OPS.id(), Duration.ofHours(5)));
        file.write(stale);
        demoTokens.renew();

        assertThat(file.read().get("OPS_TOKEN")).isNotEqualTo(stale.get("OPS_TOKEN"));
    }

    @Test
    void bringsBackWhatWasDeleted() {
        var assignment = "/api/v1/assignments/" + DemoSchool.NOTES;
        assertThat(as("TEACHER").delete(assignment).status()).isEqualTo(204);

        new DemoSchool(tenant, jdbc, people).seed();

        assertThat(as("TEACHER").get(assignment).status()).isEqualTo(200);
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        DemoConfiguration.requireLoopback(InetAddress.getLoopbackAddress());
        assertThatExceptionOfType(DemoNotOnLoopback.class)
                .isThrownBy(() -> DemoConfiguration.requireLoopback(null));
        assertThatExceptionOfType(DemoNotOnLoopback.class)
                .isThrownBy(
                        () -> DemoConfiguration.requireLoopback(InetAddress.getByName("0.0.0.0")));
    }

    private Http as(String who) {
        return http().as(Objects.requireNonNull(file.read().get(who + "_TOKEN")));
    }
}
