package io.hongbi.grading.glyph;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.hongbi.grading.natives.NativeLibraries;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A network in ONNX Runtime, and all that this room knows of ONNX Runtime. Any number of threads
 * may ask it at once; each question runs on the asking thread alone.
 */
final class GlyphNetwork implements AutoCloseable {

    static {
        NativeLibraries.prepareOnnxRuntime();
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;

    /**
     * @param onnx the network's file
     * @param input the name of its input
     * @throws GlyphFailed if ONNX Runtime cannot use the file
     */
    GlyphNetwork(byte[] onnx, String input) {
        this.input = input;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            this.session = environment.createSession(onnx, options);
        } catch (OrtException e) {
            throw new GlyphFailed(e);
        }
    }

    /**
     * Asks about some crops at once.
     *
     * @param crops a direct buffer of shape {@code [n, 1, height, width]}
     * @param outputs which of the network's outputs are wanted
     * @return output to logits of shape {@code [n, labels]}
     * @throws GlyphFailed if ONNX Runtime fails; another attempt hardly helps
     */
    Map<String, float[][]> ask(
            FloatBuffer crops, int n, int width, int height, Set<String> outputs) {
        try (var tensor =
                        OnnxTensor.createTensor(
                                environment, crops, new long[] {n, 1, height, width});
                var answer = session.run(Map.of(input, tensor), outputs)) {
            var logits = new HashMap<String, float[][]>();
            for (var output : outputs) {
                logits.put(output, (float[][]) answer.get(output).orElseThrow().getValue());
            }
            return logits;
        } catch (OrtException e) {
            throw new GlyphFailed(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new GlyphFailed(e);
        }
    }
}
