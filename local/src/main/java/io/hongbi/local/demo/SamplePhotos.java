package io.hongbi.local.demo;

import io.hongbi.local.client.DrawnPage;
import io.hongbi.local.client.Photo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Photos of all kinds: what grading-service's simulation makes, or drawn pages without it. */
final class SamplePhotos {

    private SamplePhotos() {}

    /**
     * Has the photos made in the folder.
     *
     * @param simulation a command that takes the folder as its last argument
     */
    static List<Photo> in(Path folder, List<String> simulation) {
        try {
            Files.createDirectories(folder);
            run(Stream.concat(simulation.stream(), Stream.of(folder.toString())).toList());
            try (Stream<Path> files = Files.list(folder)) {
                List<Photo> photos =
                        files.filter(file -> file.toString().endsWith(".jpg"))
                                .sorted()
                                .map(SamplePhotos::photo)
                                .toList();
                return photos.isEmpty() ? drawn() : photos;
            }
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot make photos in " + folder, unable);
        }
    }

    private static List<Photo> drawn() {
        return IntStream.range(0, 3).mapToObj(i -> DrawnPage.of(i, 1512, 2016)).toList();
    }

    private static Photo photo(Path file) {
        try {
            return new Photo(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            process.waitFor();
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
