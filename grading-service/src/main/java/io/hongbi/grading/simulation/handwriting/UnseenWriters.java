package io.hongbi.grading.simulation.handwriting;

import io.hongbi.grading.simulation.handwriting.Alphabet.Knot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * People of the UNIPEN collection (CC BY 4.0) whose writing no training has seen, not even to stop
 * it or to calibrate: those that {@code training/hongbi_training/sources.py} calls {@code test}.
 * Characters whose label is doubtful are left out, as they are there.
 */
public final class UnseenWriters {

    /** With fewer characters nobody counts as a writer, as in the training. */
    private static final int LEAST_CHARACTERS = 30;

    private final List<String> labels;
    private final List<String> writers;
    private final List<String> splits;
    private final int[] xy;
    private final int[] strokes;
    private final int[] characters;
    private final boolean[] suspect;

    private UnseenWriters(NumpyArchive drawn, NumpyArchive bitmaps) {
        labels = drawn.texts("labels");
        writers = drawn.texts("writer");
        splits = drawn.texts("split");
        xy = drawn.integers("xy");
        strokes = drawn.integers("stroke_ptr");
        characters = drawn.integers("char_ptr");
        suspect = suspect(bitmaps);
    }

    /**
     * All of them, in the order of their names; empty where there are no data.
     *
     * @param data the data folder
     */
    public static List<Scribe> in(Path data) {
        var drawn = data.resolve("strokes/unipen.npz");
        var bitmaps = data.resolve("chars/unipen.npz");
        if (!Files.exists(drawn) || !Files.exists(bitmaps)) {
            return List.of();
        }
        try (var strokes = NumpyArchive.open(drawn);
                var images = NumpyArchive.open(bitmaps)) {
            return new UnseenWriters(strokes, images).scribes();
        }
    }

    private List<Scribe> scribes() {
        var test = new TreeSet<String>();
        for (int i = 0; i < writers.size(); i++) {
            if (splits.get(i).equals("test")) {
                test.add(writers.get(i));
            }
        }
        var names = List.copyOf(test);
        var scribes = new ArrayList<Scribe>();
        for (int i = 1; i < names.size(); i += 2) { // every other one is left to validation
            scribe(names.get(i)).ifPresent(scribes::add);
        }
        return scribes;
    }

    private Optional<Scribe> scribe(String writer) {
        var known = new TreeMap<Character, List<Drawing>>();
        int seen = 0;
        for (int i = 0; i < writers.size(); i++) {
            if (!writers.get(i).equals(writer) || points(i) < 2) {
                continue;
            }
            seen++;
            var character = character(labels.get(i));
            if (character != null && !suspect[i]) {
                var drawing = drawing(i);
                if (!isPiece(character, drawing)) {
                    known.computeIfAbsent(character, _ -> new ArrayList<>()).add(drawing);
                }
            }
        }
        return seen < LEAST_CHARACTERS ? Optional.empty() : Optional.of(new Recorded(known));
    }

    /**
     * Some recordings (of {@code ibm/...}) hold a single straight stroke of what was written:
     * nobody could say that it is a 4.
     */
    private static boolean isPiece(char character, Drawing drawing) {
        boolean upright = drawing.height() > drawing.width();
        return switch (character) {
            case '1', 'I' -> drawing.isLine() && !upright;
            case '-' -> upright;
            default -> drawing.isLine();
        };
    }

    private int points(int character) {
        return strokes[characters[character + 1]] - strokes[characters[character]];
    }

    private Drawing drawing(int character) {
        var drawn = new ArrayList<List<Knot>>();
        for (int stroke = characters[character]; stroke < characters[character + 1]; stroke++) {
            var knots = new ArrayList<Knot>();
            for (int point = strokes[stroke]; point < strokes[stroke + 1]; point++) {
                knots.add(new Knot(xy[2 * point], xy[2 * point + 1]));
            }
            if (!knots.isEmpty()) {
                drawn.add(knots);
            }
        }
        return Drawing.of(drawn);
    }

    private static @Nullable Character character(String label) {
        return switch (label) {
            case "minus" -> '-';
            case "plus" -> '+';
            default -> label.length() == 1 ? label.charAt(0) : null;
        };
    }

    /**
     * Labels are flagged where the bitmaps are, which are the same characters in the same order
     * with a few left out.
     */
    private boolean[] suspect(NumpyArchive bitmaps) {
        var flags = bitmaps.integers("suspect");
        var flaggedWriters = bitmaps.texts("writer");
        var flaggedLabels = bitmaps.texts("labels");
        var suspect = new boolean[labels.size()];
        int at = 0;
        for (int i = 0; i < flags.length; i++) {
            while (!writers.get(at).equals(flaggedWriters.get(i))
                    || !labels.get(at).equals(flaggedLabels.get(i))) {
                at++;
            }
            suspect[at] = flags[i] != 0;
            at++;
        }
        return suspect;
    }

    /** One of them, with everything that is kept of their writing. */
    private static final class Recorded implements Scribe {

        private final Map<Character, List<Drawing>> known;
        private final String characters;

        Recorded(Map<Character, List<Drawing>> known) {
            this.known = new HashMap<>(known);
            this.characters =
                    known.keySet().stream().map(String::valueOf).collect(Collectors.joining());
        }

        @Override
        public String characters() {
            return characters;
        }

        @Override
        public Drawing draw(char character, Random random) {
            var drawings = known.get(character);
            if (drawings == null) {
                throw new IllegalArgumentException("Nothing is known of their " + character);
            }
            return drawings.get(random.nextInt(drawings.size()));
        }
    }
}
