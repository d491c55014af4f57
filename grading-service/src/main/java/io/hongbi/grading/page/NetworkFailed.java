package io.hongbi.grading.page;

/** ONNX Runtime could not load or run a network; the file and the library do not fit together. */
public final class NetworkFailed extends RuntimeException {

    NetworkFailed(Throwable cause) {
        super("The page network could not be run; its file and ONNX Runtime do not fit.", cause);
    }
}
