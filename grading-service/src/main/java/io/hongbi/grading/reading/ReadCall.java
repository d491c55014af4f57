package io.hongbi.grading.reading;

import io.hongbi.common.event.AssignmentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How {@code hongbi read} is called. */
sealed interface ReadCall {

    String USAGE =
            """
            usage: hongbi read [--kind notes|worksheet|arithmetic] [--layout layout.json]
                               [--annotate DIR] [--timings] PHOTO...
              --kind      what was handed in (notes)
              --layout    a worksheet's layout.json; a worksheet cannot be read without
              --annotate  writes a preview of each photo with what was read into the folder
              --timings   reads each photo 41 times and prints of the last eleven the median CPU time of each
                          stage, of a plain grey decode of the same file (reference) and of encoding
                          its preview (referenceEncode), and the ratio of the whole to both\
            """;

    /** The call makes no sense; it is not tried. */
    record Wrong(String reason) implements ReadCall {}

    /**
     * Photos are to be read.
     *
     * @param annotate folder for annotated previews, null where none are wanted
     */
    record Photos(ReadingTask task, @Nullable Path annotate, boolean timings, List<Path> files)
            implements ReadCall {

        public Photos {
            files = List.copyOf(files);
        }
    }

    /** Reads the arguments that follow {@code read}. */
    static ReadCall parse(String... arguments) {
        var parser = new Parser();
        try {
            return parser.parse(Arrays.asList(arguments).iterator());
        } catch (InvalidPathException e) {
            return new Wrong("no such file can be: " + e.getInput());
        }
    }

    /** Collects options and photos, in any order. */
    final class Parser {

        private AssignmentKind kind = AssignmentKind.NOTES;
        private @Nullable Path annotate;
        private boolean timings;
        private @Nullable Path layout;
        private @Nullable String wrong;
        private final List<Path> files = new ArrayList<>();

        private ReadCall parse(Iterator<String> arguments) {
            boolean options = true;
            while (arguments.hasNext() && wrong == null) {
                var argument = arguments.next();
                if (options && argument.equals("--")) {
                    options = false;
                } else if (options && argument.startsWith("-")) {
                    option(argument, arguments);
                } else {
                    files.add(Path.of(argument));
                }
            }
            return call();
        }

        private void option(String option, Iterator<String> arguments) {
            switch (option) {
                case "--timings" -> timings = true;
                case "--kind" -> kind(value(option, arguments));
                case "--annotate" -> annotate = Path.of(value(option, arguments));
                case "--layout" -> layout = Path.of(value(option, arguments));
                default -> wrong = "there is no option " + option;
            }
        }

        private String value(String option, Iterator<String> arguments) {
            if (!arguments.hasNext()) {
                wrong = option + " needs a value";
                return "";
            }
            return arguments.next();
        }

        private void kind(String name) {
            try {
                kind = AssignmentKind.valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                wrong = wrong == null ? "there is no kind " + name : wrong;
            }
        }

        private ReadCall call() {
            if (wrong != null) {
                return new Wrong(wrong);
            }
            if ((layout != null) != (kind == AssignmentKind.WORKSHEET)) {
                return new Wrong("a worksheet needs its --layout, nothing else has one");
            }
            if (annotate != null && Files.exists(annotate) && !Files.isDirectory(annotate)) {
                return new Wrong(annotate + " is no folder");
            }
            return files.isEmpty() ? new Wrong("no photo is named") : photos();
        }

        private ReadCall photos() {
            try {
                var layout =
                        this.layout == null
                                ? null
                                : SheetLayouts.parse(Files.readAllBytes(this.layout));
                return new Photos(new ReadingTask(kind, layout), annotate, timings, files);
            } catch (IOException | UnreadableLayout _) {
                return new Wrong(this.layout + " is no layout");
            }
        }
    }
}
