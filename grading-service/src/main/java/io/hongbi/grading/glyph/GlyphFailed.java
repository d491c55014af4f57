package io.hongbi.grading.glyph;

/** ONNX Runtime could not load or run a network; the file and the library do not fit together. */
public final class GlyphFailed extends RuntimeException {

    GlyphFailed(Throwable cause) {
        super("A glyph network could not be run; its file and ONNX Runtime do not fit.", cause);
    }
}
