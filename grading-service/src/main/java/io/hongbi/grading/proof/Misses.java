package io.hongbi.grading.proof;

import io.hongbi.grading.reading.Jpeg;
import io.hongbi.grading.simulation.ContactSheet;
import io.hongbi.grading.simulation.Ladder.Miss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the ladder found not read for certain and right: the photo of each such sheet, what
 * the reader cut out for each such item, and one picture each of what was silently wrong and of
 * what was doubtful.
 */
final class Misses implements AutoCloseable {

    private static final int SHOWN = 24;

    private final @Nullable Path folder;
    private final ContactSheet wrong = new ContactSheet(SHOWN);
    private final ContactSheet doubtful = new ContactSheet(SHOWN);
    private String doubted = "";

    /**
     * @param folder null keeps nothing
     */
    Misses(@Nullable Path folder) {
        this.folder = folder;
    }

    void keep(Miss miss, Map<String, Jpeg> crops) {
        if (folder == null) {
            return;
        }
        write(folder, miss.sheet() + ".jpg", miss.photo());
        var item = miss.itemId();
        var crop = item == null ? null : crops.get(item);
        if (crop == null) {
            return;
        }
        write(folder, miss.sheet() + "-" + item + "-" + miss.what() + ".jpg", crop.bytes());
        if (miss.what().startsWith("wrong-")) {
            wrong.add(crop.bytes(), miss.what());
        } else if (!miss.sheet().equals(doubted)) { // one of a sheet, so that many are seen
            doubted = miss.sheet();
            doubtful.add(crop.bytes(), miss.what());
        }
    }

    @Override
    public void close() {
        if (folder != null) {
            write(folder, "wrong.jpg", wrong.toJpeg());
            write(folder, "doubtful.jpg", doubtful.toJpeg());
        }
        wrong.close();
        doubtful.close();
    }

    private static void write(Path folder, String name, byte[] file) {
        if (file.length == 0) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
