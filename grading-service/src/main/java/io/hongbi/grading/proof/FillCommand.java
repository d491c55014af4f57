package io.hongbi.grading.proof;

import io.hongbi.common.layout.SheetLayout;
import io.hongbi.grading.reading.SheetLayouts;
import io.hongbi.grading.reading.UnreadableLayout;
import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SheetCamera;
import io.hongbi.grading.simulation.SheetFilling;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code fill}: writes answers on pages of a printed sheet, photographs them and prints the name of
 * each photo on a line. Answers are a JSON object by item id, with {@code studentNumber} beside
 * them. The same seed gives the same photos.
 */
public final class FillCommand {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;
    private static final String USAGE =
            "usage: fill --layout layout.json --pages PAGE1.png,PAGE2.png --answers answers.json"
                    + " --out DIR [--rung PLAIN] [--size 2016] [--seed 1]";
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final PrintStream out;
    private final PrintStream err;
    private @Nullable Path layout;
    private @Nullable Path answers;
    private @Nullable Path folder;
    private List<Path> pages = List.of();
    private Rung rung = Rung.PLAIN;
    private int size = 2016;
    private long seed = 1;

    FillCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command on the standard streams.
     *
     * @param arguments what follows {@code fill}
     * @return exit status: 0, 1 when a file cannot be read or written, 2 when the call is wrong
     */
    public static int run(String... arguments) {
        return new FillCommand(System.out, System.err).execute(arguments);
    }

    int execute(String... arguments) {
        try {
            parse(arguments);
            if (layout == null || answers == null || folder == null) {
                throw new IllegalArgumentException("--layout, --answers and --out are needed");
            }
            fill(SheetLayouts.parse(Files.readAllBytes(layout)), answers(answers), folder);
            return OK;
        } catch (IllegalArgumentException e) {
            err.println("fill: " + e.getMessage());
            err.println(USAGE);
            return WRONG_CALL;
        } catch (UnreadableLayout | JacksonException _) {
            err.println("fill: layout or answers are not what their names say");
            return FAILED;
        } catch (IOException e) {
            err.println("fill: a file cannot be read or written: " + e.getMessage());
            return FAILED;
        }
    }

    private void parse(String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
            option(arguments[i], arguments[i + 1]);
        }
    }

    private void option(String option, String value) {
        switch (option) {
            case "--layout" -> layout = Path.of(value);
            case "--answers" -> answers = Path.of(value);
            case "--out" -> folder = Path.of(value);
            case "--pages" -> pages = Arrays.stream(value.split(",", -1)).map(Path::of).toList();
            case "--rung" -> rung = Rung.valueOf(value.toUpperCase(Locale.ROOT).replace('-', '_'));
            case "--size" -> size = size(value);
            case "--seed" -> seed = Long.parseLong(value);
            default -> throw new IllegalArgumentException("there is no option " + option);
        }
    }

    private static int size(String pixels) {
        int size = Integer.parseInt(pixels);
        if (size < 400 || size > 8000) {
            throw new IllegalArgumentException("--size lies between 400 and 8000");
        }
        return size;
    }

    private static Map<String, String> answers(Path file) throws IOException {
        return JsonMapper.builder().build().readValue(Files.readAllBytes(file), ANSWERS);
    }

    private void fill(SheetLayout sheet, Map<String, String> responses, Path into)
            throws IOException {
        if (pages.size() != sheet.pages().size()) {
            throw new IllegalArgumentException(
                    "--pages needs one picture for each of " + sheet.pages().size() + " pages");
        }
        Files.createDirectories(into);
        for (int i = 0; i < pages.size(); i++) {
            var page = sheet.pages().get(i);
            var random = new Random(seed * 1_000_003 + i);
            try (var image = PageImage.ofPaper(Files.readAllBytes(pages.get(i)), sheet.paper())) {
                SheetFilling.asWanted(
                        page, image, responses, responses.get("studentNumber"), random);
                var photo =
                        new SheetCamera(size).photograph(image, page, sheet.paper(), rung, random);
                var file = into.resolve("page-" + page.number() + ".jpg");
                Files.write(file, photo);
                out.println(file);
            }
        }
    }
}
