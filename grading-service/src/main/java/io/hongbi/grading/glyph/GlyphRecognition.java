package io.hongbi.grading.glyph;

import io.hongbi.grading.photo.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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

    /** A box that is asked about. */
    public record Question(BoxCorners box, Alphabet alphabet) {}

    /**
     * Recognises all boxes in one batch, whatever their alphabets: that costs less than its parts.
     *
     * @return one glyph per box, in the same order
     */
    public List<Glyph> recognise(Raster photo, List<Question> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        reserve(questions.size());
        questions.forEach(question -> cut.put(cut.cut(photo, question.box()), crops));
        crops.flip();
        var outputs = questions.stream().map(q -> q.alphabet().output).collect(Collectors.toSet());
        var logits =
                network.ask(crops, questions.size(), settings.width(), settings.height(), outputs);
        var glyphs = new ArrayList<Glyph>();
        for (int i = 0; i < questions.size(); i++) {
            var output = questions.get(i).alphabet().output;
            glyphs.add(
                    glyph(
                            Objects.requireNonNull(logits.get(output))[i],
                            Objects.requireNonNull(settings.outputs().get(output))));
        }
        return glyphs;
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
        return new Glyph(candidates, output.accept());
    }

    @Override
    public void close() {
        cut.close();
    }
}
