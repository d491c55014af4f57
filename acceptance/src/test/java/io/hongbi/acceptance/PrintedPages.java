package io.hongbi.acceptance;

import io.hongbi.local.suite.Applications;
import io.hongbi.local.suite.Place;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a sheet as a printer would put them on paper; filled in and photographed. */
final class PrintedPages {

    private static final float DPI = 200;

    private final Place place;
    private final Path folder;
    private final List<Path> pages = new ArrayList<>();

    PrintedPages(Place place, Path folder) {
        this.place = place;
        this.folder = folder;
    }

    /** Prints some pages of a PDF, from 0. */
    PrintedPages print(byte[] pdf, int first, int count) throws IOException {
        pages.clear();
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            for (int page = first; page < first + count; page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, DPI, ImageType.GRAY);
                Path file = folder.resolve("printed-" + page + ".png");
                ImageIO.write(image, "png", file.toFile());
                pages.add(file);
            }
        }
        return this;
    }

    /** Photos of the pages with these answers, a JSON object by item id. */
    List<byte[]> photographed(byte[] layout, String answers) throws IOException {
        Path layoutFile = Files.write(folder.resolve("layout.json"), layout);
        Path answersFile = Files.writeString(folder.resolve("answers.json"), answers);
        Path photos = Files.createTempDirectory(folder, "photos");
        List<String> command = new ArrayList<>(new Applications(place).reader());
        command.addAll(
                List.of(
                        "fill",
                        "--layout",
                        layoutFile.toString(),
                        "--pages",
                        pages.stream().map(Path::toString).collect(Collectors.joining(",")),
                        "--answers",
                        answersFile.toString(),
                        "--out",
                        photos.toString()));
        run(place, command);
        List<byte[]> taken = new ArrayList<>();
        for (int page = 1; page <= pages.size(); page++) {
            taken.add(Files.readAllBytes(photos.resolve("page-" + page + ".jpg")));
        }
        return taken;
    }

    /** Runs a command of the reader's jar. */
    static void run(Place place, List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HONGBI_NATIVE_DIR", place.natives().toString());
        Process process = builder.start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("The reader ended with " + process.exitValue());
            }
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while filling sheets in", stop);
        }
    }
}
