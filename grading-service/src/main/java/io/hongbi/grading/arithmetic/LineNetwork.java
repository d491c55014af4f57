package io.hongbi.grading.arithmetic;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.hongbi.grading.natives.NativeLibraries;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The network in ONNX Runtime, and all that this room knows of ONNX Runtime. Any number of threads
 * may ask it at once; each question runs on the asking thread alone.
 */
final class LineNetwork implements AutoCloseable {

    static {
        NativeLibraries.prepareOnnxRuntime();
    }

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;

    /**
     * @param onnx the network's file
     * @param input the name of its input
     * @throws LineFailed if ONNX Runtime cannot use the file
     */
    LineNetwork(byte[] onnx, String input) {
        this.input = input;
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            this.session = environment.createSession(onnx, options);
        } catch (OrtException e) {
            throw new LineFailed(e);
        }
    }

    /**
     * Asks about one line.
     *
     * @param line a direct buffer of shape {@code [1, 4, height / 2, width / 2]}, see {@link
     *     LineCut#put}
     * @param width of the line, pixels
     * @return logits of shape {@code [columns, labels]}
     * @throws LineFailed if ONNX Runtime fails; another attempt hardly helps
     */
    float[][] ask(FloatBuffer line, int width, int height) {
        try (var tensor =
                        OnnxTensor.createTensor(
                                environment, line, new long[] {1, 4, height / 2, width / 2});
                var answer = session.run(Map.of(input, tensor))) {
            return ((float[][][]) answer.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new LineFailed(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new LineFailed(e);
        }
    }
}
