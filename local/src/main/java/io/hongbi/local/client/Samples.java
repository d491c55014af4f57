package io.hongbi.local.client;

import io.hongbi.local.suite.Applications;
import io.hongbi.local.suite.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Made-up photos from grading-service's simulation; made once per folder. */
public final class Samples {

    private final Place place;

    public Samples(Place place) {
        this.place = place;
    }

    /** Photos of every kind, the bad ones too, in order. */
    public List<Photo> ofEveryKind() {
        return photos("every-kind", List.of("--count", "12"));
    }

    /** Pages of printed sums, answered by hand, some of them wrongly. */
    public List<Photo> ofSums(int count) {
        return photos("sums-" + count, List.of("--sums", "--count", "" + count));
    }

    /**
     * Pages that can be read.
     *
     * @param megapixels size of each photo
     */
    public List<Photo> good(int count, int megapixels) {
        return photos(
                "good-%d-of-%d-megapixels".formatted(count, megapixels),
                List.of("--good", "--count", "" + count, "--megapixels", "" + megapixels));
    }

    private List<Photo> photos(String name, List<String> options) {
        Path folder = place.local().resolve("samples").resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                make(folder, options);
            }
            try (Stream<Path> files = Files.list(folder)) {
                List<Photo> photos = new ArrayList<>();
                for (Path file : files.sorted().toList()) {
                    photos.add(new Photo(file.getFileName().toString(), Files.readAllBytes(file)));
                }
                return photos;
            }
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot make photos in " + folder, unable);
        }
    }

    private void make(Path folder, List<String> options) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        List<String> command = new ArrayList<>(new Applications(place).reader());
        command.addAll(List.of("samples", "--out", unfinished.toString()));
        command.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HONGBI_NATIVE_DIR", place.natives().toString());
        Process process = builder.start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("samples ended with " + process.exitValue());
            }
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while making photos", stop);
        }
        Files.move(unfinished, folder);
    }
}
