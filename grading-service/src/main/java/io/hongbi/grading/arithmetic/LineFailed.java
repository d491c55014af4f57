package io.hongbi.grading.arithmetic;

/** ONNX Runtime could not load or run the network; the file and the library do not fit together. */
public final class LineFailed extends RuntimeException {

    LineFailed(Throwable cause) {
        super("The line network could not be run; its file and ONNX Runtime do not fit.", cause);
    }
}
