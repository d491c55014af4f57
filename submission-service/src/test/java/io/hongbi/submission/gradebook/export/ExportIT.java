package io.hongbi.submission.gradebook.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hongbi.submission.reading.WorksheetFixture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The marks of a class as files. */
class ExportIT extends WorksheetFixture {

    @TempDir Path folder;

    @Test
    void writesARowForEveryStudentIdsFirst() throws IOException {
        handInFor("{\"title\": \"第三课 a/b\"}");
        add(doubtful());

        var reply = asTeacher().get(url("marks.csv"));

        assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(reply.header("Content-Disposition")).startsWith("attachment; filename");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.body()).startsWith("\uFEFFstudentId,submissionId,studentNumber,name,");
        try (var rows = parsed(reply.body())) {
            var all = rows.getRecords();
            assertThat(all).extracting(CSVRecord::size).containsOnly(15);
            assertThat(all.getFirst())
                    .containsExactly(
                            school.student().toString(),
                            id(),
                            "1001",
                            "Name of student",
                            "1",
                            "needs-review",
                            "7.5",
                            "16.5",
                            "2",
                            "3",
                            "0",
                            "0",
                            "2.5",
                            "",
                            "0");
            assertThat(all.get(1).get("studentNumber")).isEqualTo("1002");
            assertThat(all.get(1).get("submissionId")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"})
    void letsNoNameBecomeAFormula(String name) throws Exception {
        handInFor("{}");
        rename(name);

        try (var rows = parsed(asTeacher().get(url("marks.csv")).body())) {
            assertThat(rows.getRecords().getFirst().get("name")).isEqualTo("'" + name);
        }
        assertThat(texts()).contains("'" + name);
    }

    @Test
    void keepsNegativeMarksNumbers() throws IOException {
        handInFor("{}");
        add(certain());
        asTeacher()
                .post(
                        "/api/v1/assignments/" + assignment + "/keys",
                        "{\"keys\": {\"q4\": {\"penalty\": 0.5}}}");

        assertThat(sheet()).contains("<v>-0.5</v>").doesNotContain("'-0.5");
        assertThat(asTeacher().get(url("marks.csv")).body()).contains(",-0.5,");
    }

    @Test
    void namesTheColumnsOfAWorkbookInTheLanguageAskedFor() throws Exception {
        handInFor("{}");

        assertThat(texts()).contains("学号", "Name of student", "q7");
    }

    @Test
    void isForThoseWhoTeachTheClass() {
        handInFor("{}");

        for (var file : new String[] {"marks.csv", "marks.xlsx"}) {
            assertThat(status(student(), url(file))).isEqualTo(403);
            var refused = http().as(school.token(school.otherTeacher())).get(url(file));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void doesNotPassHalfAFileForAWholeOne() {
        handInFor("{}");
        add(certain());
        manyMore(400);
        spoil();

        assertThatThrownBy(() -> asTeacher().get(url("marks.csv")))
                .rootCause()
                .isInstanceOf(IOException.class);
    }

    private String url(String file) {
        return "/api/v1/assignments/" + assignment + "/" + file;
    }

    private String sheet() throws IOException {
        var file = folder.resolve("marks.xlsx");
        try (var in = asTeacher().header("Accept-Language", "zh").stream(url("marks.xlsx"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private List<String> texts() throws Exception {
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(sheet().getBytes(UTF_8)));
        var cells = document.getElementsByTagName("t");
        return IntStream.range(0, cells.getLength())
                .mapToObj(i -> cells.item(i).getTextContent())
                .toList();
    }

    private static CSVParser parsed(String body) throws IOException {
        return CSVParser.parse(
                body.substring(1),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get());
    }

    private void rename(String name) {
        tenant.in(
                school.id(),
                () ->
                        jdbc.sql("update people set name = ? where id = ?")
                                .params(name, school.student().value())
                                .update());
    }

    /** Students who handed in nothing, in front of those who did. */
    private void manyMore(int students) {
        tenant.inSystem(() -> {
            jdbc.sql(
                            """
                            with more as (
                                insert into people (id, school_id, sign_in_name, name, student_number, roles)
                                select gen_random_uuid(), :school, 'm' || n || :code, 'More', '0' || n,
                                    array['student'] from generate_series(1, :n) n returning id)
                            insert into enrolments (class_id, person_id, school_id)
                            select :class, id, :school from more
                            """)
                    .param("school", school.id().value())
                    .param("code", school.code())
                    .param("n", students)
                    .param("class", school.schoolClass().value())
                    .update();
        });
    }

    /** Makes a reading that no code would have written, and none can read. */
    private void spoil() {
        try (var owner =
                        DriverManager.getConnection(
                                DATABASE.url(), "hongbi_owner", DATABASE.password());
                var statement = owner.createStatement()) {
            statement.execute(
                    "update submission.readings set reading = jsonb_set(reading,"
                            + " '{items,0,state}', '\"nonsense\"') where school_id = '"
                            + school.id()
                            + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
