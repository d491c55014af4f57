package io.hongbi.grading.glyph;

import io.hongbi.grading.photo.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Recognises the characters in boxes. One thread only; it keeps its buffers. */
public final class GlyphRecognition implements AutoCloseable {

    /** What is expected in a box. */
    public enum Alphabet {
        DIGITS("digits"),
        LETTERS("letters");

        private final String output;

        Alphabet(String output) {
            this.output = output;
        }
    }

    private final GlyphNetwork network;
    private final GlyphSettings.Network settings;
    private final GlyphCut cut;
    private FloatBuffer crops = FloatBuffer.allocate(0);

    GlyphRecognition(GlyphNetwork network, GlyphSettings.Network settings) {
        this.network = network;
        this.settings = settings;
        this.cut = new GlyphCut(settings);
    }

    /**
     * Recognises all boxes in one batch.
     *
     * @return one glyph per box, in the same order
     */
    public List<Glyph> recognise(Raster photo, List<BoxCorners> boxes, Alphabet alphabet) {
        if (boxes.isEmpty()) {
            return List.of();
        }
        reserve(boxes.size());
        boxes.forEach(box -> cut.put(cut.cut(photo, box), crops));
        crops.flip();
        var output = Objects.requireNonNull(settings.outputs().get(alphabet.output));
        var glyphs = new ArrayList<Glyph>();
        for (var logits : ask(boxes.size(), alphabet)) {
            glyphs.add(glyph(logits, output));
        }
        return glyphs;
    }

    private float[][] ask(int boxes, Alphabet alphabet) {
        return network.ask(crops, boxes, settings.width(), settings.height(), alphabet.output);
    }

    private void reserve(int boxes) {
        int values = boxes * settings.width() * settings.height();
        if (crops.capacity() < values) {
            crops =
                    ByteBuffer.allocateDirect(values * Float.BYTES)
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
        }
        crops.clear();
    }

    private static Glyph glyph(float[] logits, GlyphSettings.Output output) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            greatest = Math.max(greatest, logit / output.temperature());
        }
        var weights = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            weights[i] = Math.exp(logits[i] / output.temperature() - greatest);
            sum += weights[i];
        }
        var candidates = new ArrayList<Glyph.Candidate>();
        for (int i = 0; i < logits.length; i++) {
            candidates.add(new Glyph.Candidate(output.labels().get(i), weights[i] / sum));
        }
        candidates.sort(Comparator.comparingDouble(candidate -> -candidate.probability()));
        return new Glyph(candidates, candidates.getFirst().probability() >= output.accept());
    }

    @Override
    public void close() {
        cut.close();
    }
}
