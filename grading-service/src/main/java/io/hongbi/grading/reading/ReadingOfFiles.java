package io.hongbi.grading.reading;

import io.hongbi.grading.photo.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads files for the command line and lists what is to be printed of each. */
final class ReadingOfFiles implements AutoCloseable {

    private static final long MOST_BYTES = 20L << 20;

    private final PageReader reader;
    private final ReadCall.Photos call;
    private final Annotation annotation;

    ReadingOfFiles(PageReader reader, ReadCall.Photos call) {
        this.reader = reader;
        this.call = call;
        this.annotation = new Annotation();
    }

    /** The file with its reading, or with what is wrong with it. */
    Map<String, Object> read(Path file) {
        var line = new LinkedHashMap<String, Object>();
        line.put("file", file.toString());
        try {
            read(file, line);
        } catch (NoSuchFileException e) {
            line.put("problem", Map.of("code", "no-such-file"));
        } catch (IOException e) {
            line.put("problem", Map.of("code", "unreadable-file"));
        }
        return line;
    }

    private void read(Path file, Map<String, Object> line) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            line.put("problem", Map.of("code", "too-large"));
            return;
        }
        byte[] photo = Files.readAllBytes(file);
        switch (Admission.of(photo)) {
            case UNSUPPORTED -> line.put("problem", Map.of("code", "unsupported-image"));
            case UNREADABLE -> line.put("problem", Map.of("code", "unreadable-image"));
            case ADMITTED -> read(file, photo, line);
        }
    }

    private void read(Path file, byte[] photo, Map<String, Object> line) throws IOException {
        var page = reader.read(photo, call.task());
        var timings = call.timings() ? Timings.of(reader, photo, call.task()) : null;
        line.put("reading", page.reading());
        line.put(
                "cpuMillis",
                Rounded.toOnePlace(timings == null ? page.cpuMillis() : timings.cpuMillis()));
        if (timings != null) {
            line.put("stages", timings.stages());
            line.put("ratio", Math.round(timings.ratio() * 100) / 100.0);
        }
        var preview = page.preview();
        if (call.annotate() != null && preview != null) {
            Files.createDirectories(call.annotate());
            Files.write(
                    call.annotate().resolve(Annotation.name(file)),
                    annotation.of(page.reading(), preview));
        }
    }

    @Override
    public void close() {
        reader.close();
        annotation.close();
    }
}
