package io.hongbi.grading.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality;
import io.hongbi.grading.reading.Jpeg;
import io.hongbi.grading.reading.PageReader;
import io.hongbi.grading.reading.PageReaders;
import io.hongbi.grading.reading.ReadPage;
import io.hongbi.grading.reading.ReadingTask;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readers of texts in place of photos. */
final class FakePageReaders implements PageReaders {

    static final String UNREADABLE = "unreadable";
    static final String BREAKING = "breaking";

    @Nullable ReadingTask asked;
    int opened;
    int open;
    private final String version;
    private boolean mended;

    FakePageReaders(String version) {
        this.version = version;
    }

    /** From now on nothing breaks. */
    void mend() {
        mended = true;
    }

    @Override
    public String readerVersion() {
        return version;
    }

    @Override
    public PageReader open() {
        opened++;
        open++;
        return new PageReader() {
            @Override
            public ReadPage read(byte[] photo, ReadingTask task) {
                asked = task;
                return FakePageReaders.this.read(new String(photo, UTF_8));
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    private ReadPage read(String photo) {
        if (photo.equals(BREAKING) && !mended) {
            throw new IllegalStateException("as planned");
        }
        if (photo.equals(UNREADABLE)) {
            return new ReadPage(unreadable(), null, Map.of(), Map.of(), 1);
        }
        return new ReadPage(
                readable(),
                jpeg("preview of " + photo),
                Map.of("q1", jpeg("crop")),
                Map.of("decode", 1.0),
                2);
    }

    private PageReading unreadable() {
        var retake = new Quality(Quality.Verdict.RETAKE, List.of(Quality.Reason.UNREADABLE), 0, 0);
        return new PageReading(version, null, retake, null, null, null, null, List.of());
    }

    private PageReading readable() {
        var ok = new Quality(Quality.Verdict.OK, List.of(), 1, 1);
        return new PageReading(version, new Photo(1, 1, 1), ok, null, null, null, null, List.of());
    }

    private static Jpeg jpeg(String content) {
        return new Jpeg(content.getBytes(UTF_8));
    }
}
