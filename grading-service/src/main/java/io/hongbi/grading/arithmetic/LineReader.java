package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads lines of characters. One thread only; it keeps its buffers. */
final class LineReader implements AutoCloseable {

    /** Labels whose power is below this are not possible: less than one in eight millions. */
    private static final double NOTHING = -16;

    private final LineNetwork network;
    private final LineSettings settings;
    private final LineCut cut;
    private final FloatBuffer input;

    LineReader(LineNetwork network, LineSettings settings) {
        this.network = network;
        this.settings = settings;
        this.cut = new LineCut(settings);
        this.input =
                ByteBuffer.allocateDirect(settings.height() * settings.most() * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
    }

    /** A reading is sure from this probability. */
    double accept() {
        return settings.accept();
    }

    /** How long a line can be, in heights of its digits. */
    double longest() {
        return settings.most() / settings.capPx();
    }

    ReadLine read(Raster photo, TextLine line) {
        int width = cut.width(line);
        input.clear();
        cut.put(cut.cut(photo, line, width), width, input);
        input.flip();
        var logits = network.ask(input, width, settings.height());
        var columns = probabilities(logits);
        var meanings =
                BeamSearch.search(columns).stream()
                        .map(m -> new ReadLine.Meaning(signs(m.labels()), m.probability()))
                        .toList();
        return new ReadLine(meanings, places(columns, meanings.getFirst().signs().size()));
    }

    private List<Sign> signs(List<Integer> labels) {
        return labels.stream().map(label -> Sign.of(settings.labels().get(label))).toList();
    }

    private double[][] probabilities(float[][] logits) {
        var columns = new double[logits.length][];
        for (int i = 0; i < logits.length; i++) {
            columns[i] = softmax(logits[i]);
        }
        return columns;
    }

    private double[] softmax(float[] logits) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            greatest = Math.max(greatest, logit);
        }
        var powers = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            double power = (logits[i] - greatest) / settings.temperature();
            powers[i] = power < NOTHING ? 0 : Math.exp(power);
            sum += powers[i];
        }
        for (int i = 0; i < powers.length; i++) {
            powers[i] /= sum;
        }
        return powers;
    }

    /** Where the likeliest label of a column begins to be another, unless that is no sign. */
    private static List<Double> places(double[][] columns, int signs) {
        var places = new ArrayList<Double>();
        int before = 0;
        for (int i = 0; i < columns.length; i++) {
            int best = best(columns[i]);
            if (best != 0 && best != before) {
                places.add((i + 0.5) / columns.length);
            }
            before = best;
        }
        if (places.size() == signs) {
            return places;
        }
        places.clear(); // the beam says other than the columns one by one
        for (int i = 0; i < signs; i++) {
            places.add((i + 0.5) / signs);
        }
        return places;
    }

    private static int best(double[] column) {
        int best = 0;
        for (int i = 1; i < column.length; i++) {
            if (column[i] > column[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public void close() {
        cut.close();
    }
}
