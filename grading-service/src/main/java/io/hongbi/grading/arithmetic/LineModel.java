package io.hongbi.grading.arithmetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The line network with its settings; loaded once and shared by all threads. */
public final class LineModel implements AutoCloseable {

    private static final String FOLDER = "/models/arithmetic/";

    private final LineNetwork network;
    private final LineSettings settings;

    private LineModel(LineNetwork network, LineSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    /**
     * Loads the model that comes with this release.
     *
     * @throws LineFailed if ONNX Runtime cannot use it
     */
    public static LineModel load() {
        var settings =
                JsonMapper.builder()
                        .build()
                        .readValue(bytes("arithmetic.json"), LineSettings.class);
        return new LineModel(new LineNetwork(bytes(settings.file()), settings.input()), settings);
    }

    /** Names the model, for instance {@code arith1}. */
    public String version() {
        return settings.version();
    }

    /** A recognition for one thread; the caller closes it. */
    public ArithmeticRecognition open() {
        return new ArithmeticRecognition(openLines());
    }

    LineReader openLines() {
        return new LineReader(network, settings);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = LineModel.class.getResourceAsStream(FOLDER + file)) {
            return Objects.requireNonNull(in, FOLDER + file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
