package io.hongbi.grading.page;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.hongbi.grading.natives.NativeLibraries;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/**
 * The page network in ONNX Runtime, and all that is known of ONNX Runtime. Any number of threads
 * may ask it at once; each question runs on the asking thread alone.
 */
final class PageNetwork implements AutoCloseable {

    private static final Set<String> ASKED = Set.of("homework", "share", "spread");

    static {
        NativeLibraries.prepareOnnxRuntime();
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;

    /**
     * @param onnx the network's file
     * @param input the name of its input
     * @throws NetworkFailed if ONNX Runtime cannot use the file
     */
    PageNetwork(byte[] onnx, String input) {
        this.input = input;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            this.session = environment.createSession(onnx, options);
        } catch (OrtException e) {
            throw new NetworkFailed(e);
        }
    }

    /**
     * Asks about one frame.
     *
     * @param frame a direct buffer of shape {@code [1, 1, height, width]}, grey from 0 to 1
     * @throws NetworkFailed if ONNX Runtime fails; another attempt hardly helps
     */
    Answer ask(FloatBuffer frame, int width, int height) {
        try (var tensor =
                        OnnxTensor.createTensor(
                                environment, frame, new long[] {1, 1, height, width});
                var answer = session.run(Map.of(input, tensor), ASKED)) {
            return new Answer(
                    value(answer, "homework"), value(answer, "share"), value(answer, "spread"));
        } catch (OrtException e) {
            throw new NetworkFailed(e);
        }
    }

    private static double value(OrtSession.Result answer, String output) {
        var tensor = (OnnxTensor) answer.get(output).orElseThrow();
        return tensor.getFloatBuffer().get(0);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new NetworkFailed(e);
        }
    }

    /**
     * What the network says of a page.
     *
     * @param homework logit: positive for homework
     * @param share answer places used of answer places found, 0 to 1
     * @param spread how far the true share may lie away, the scale of a logistic distribution
     */
    record Answer(double homework, double share, double spread) {}
}
