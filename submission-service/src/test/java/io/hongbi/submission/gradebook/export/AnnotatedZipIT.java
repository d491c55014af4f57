package io.hongbi.submission.gradebook.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.storage.ObjectKey;
import io.hongbi.submission.reading.WorksheetFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The marked pages of a class in one file. */
class AnnotatedZipIT extends WorksheetFixture {

    @TempDir Path folder;

    @Test
    void hasAPdfOfEveryStudentsMarkedPages() throws IOException {
        handInFor("{}");
        add(doubtful());
        add(handIn(school.student2()), "1002", certain());

        var files = files();

        assertThat(files).containsOnlyKeys("1001.pdf", "1002.pdf");
        try (var pdf = Loader.loadPDF(files.get("1001.pdf"))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            var drawn = new PDFRenderer(pdf).renderImage(0);
            int red = 0;
            for (int y = 0; y < drawn.getHeight(); y++) {
                for (int x = 0; x < drawn.getWidth(); x++) {
                    int rgb = drawn.getRGB(x, y);
                    red += (rgb >> 16 & 0xFF) - (rgb & 0xFF) > 60 ? 1 : 0;
                }
            }
            assertThat(red).isGreaterThan(200);
        }
    }

    @Test
    void isNotBrokenByABadPage() throws IOException {
        handInFor("{}");
        add(doubtful());
        var other = handIn(school.student2());
        add(other, "1002", certain());
        losePreview(other);

        var files = files();

        assertThat(files).containsOnlyKeys("1001.pdf", "missing-pages.txt");
        assertThat(new String(files.get("missing-pages.txt"), UTF_8))
                .contains("1002: page 1 could not be drawn", "1002: there is no page");
    }

    @Test
    void isForThoseWhoTeachTheClass() {
        handInFor("{}");

        assertThat(status(student(), url())).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), url())).isEqualTo(404);
    }

    private void losePreview(JsonNode paper) {
        tenant.in(
                school.id(),
                () ->
                        jdbc.sql(
                                        """
                                        select preview from readings r join pages p on p.id = r.page_id
                                        where p.submission_id = ?::uuid
                                        """)
                                .param(paper.get("id").asString())
                                .query(String.class)
                                .list()
                                .forEach(key -> store.delete(new ObjectKey(key))));
    }

    private String url() {
        return "/api/v1/assignments/" + assignment + "/annotated.zip";
    }

    private Map<String, byte[]> files() throws IOException {
        var file = folder.resolve("a.zip");
        try (var in = asTeacher().header("Accept-Language", "en").stream(url())) {
            Files.copy(in, file);
        }
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }
}
