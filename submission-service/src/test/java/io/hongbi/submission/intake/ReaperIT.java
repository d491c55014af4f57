package io.hongbi.submission.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.intake.image.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A process that dies between storing and writing leaves objects, and nothing else. */
class ReaperIT extends PagesIT {

    @Autowired private Reaper reaper;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void removesOldObjectsWithoutARowAndKeepsTheOthers() throws IOException {
        accepted(handIn(school, school.student(), Samples.jpeg(64, 64)));
        var photo = orphan("photos/" + PageId.next() + ".jpg");
        var preview = orphan("previews/" + PageId.next() + "/r1.jpg");
        var unknown = orphan("exports/marks.csv");
        var layout = orphan("layouts/" + WorksheetId.next() + "-1.json");
        makeOld();
        var young = orphan("photos/" + PageId.next() + ".jpg");

        reaper.reapNext();

        assertThat(store.head(photo)).isEmpty();
        assertThat(store.head(preview)).isEmpty();
        assertThat(store.head(unknown)).isPresent();
        assertThat(store.head(layout)).isPresent();
        assertThat(store.head(young)).isPresent();
        assertThat(objects(school)).isEqualTo(4);
    }

    private ObjectKey orphan(String name) {
        var key = new ObjectKey("schools/" + school.id() + "/" + name);
        store.put(key, new byte[] {1}, "image/jpeg");
        return key;
    }

    private static void makeOld() throws IOException {
        var then = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        try (var files = Files.walk(FILES.resolve("objects"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, then);
            }
        }
    }
}
