package io.hongbi.grading.glyph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The character network with its settings; loaded once and shared by all threads. */
public final class GlyphModel implements AutoCloseable {

    private static final String FOLDER = "/models/glyph/";

    private final GlyphNetwork characters;
    private final GlyphSettings settings;

    private GlyphModel(GlyphNetwork characters, GlyphSettings settings) {
        this.characters = characters;
        this.settings = settings;
    }

    /**
     * Loads the model that comes with this release.
     *
     * @throws GlyphFailed if ONNX Runtime cannot use it
     */
    public static GlyphModel load() {
        var settings =
                JsonMapper.builder().build().readValue(bytes("glyph.json"), GlyphSettings.class);
        var characters = settings.characters();
        return new GlyphModel(
                new GlyphNetwork(bytes(characters.file()), characters.input()), settings);
    }

    /** Names the model, for instance {@code glyph1}. */
    public String version() {
        return settings.version();
    }

    /** A recognition for one thread; the caller closes it. */
    public GlyphRecognition open() {
        return new GlyphRecognition(characters, settings.characters());
    }

    private static byte[] bytes(String file) {
        try (InputStream in = GlyphModel.class.getResourceAsStream(FOLDER + file)) {
            return Objects.requireNonNull(in, FOLDER + file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        characters.close();
    }
}
