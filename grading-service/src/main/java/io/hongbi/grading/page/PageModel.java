package io.hongbi.grading.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The page network with its settings; loaded once and shared by all threads. */
public final class PageModel implements AutoCloseable {

    private static final String FOLDER = "/models/page/";

    private final PageNetwork network;
    private final PageSettings settings;

    private PageModel(PageNetwork network, PageSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    /**
     * Loads the model that comes with this release.
     *
     * @throws NetworkFailed if ONNX Runtime cannot use it
     */
    public static PageModel load() {
        var settings =
                JsonMapper.builder().build().readValue(bytes("page.json"), PageSettings.class);
        return new PageModel(new PageNetwork(bytes("page.onnx"), settings.input()), settings);
    }

    /** Names the model, for instance {@code page1}. */
    public String version() {
        return settings.version();
    }

    /** A recognition for one thread; the caller closes it. */
    public PageRecognition open() {
        return new PageRecognition(network, settings);
    }

    private static byte[] bytes(String file) {
        try (InputStream in = PageModel.class.getResourceAsStream(FOLDER + file)) {
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
