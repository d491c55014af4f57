package io.hongbi.grading.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Versions that the build has written down.
 *
 * @param hongbi this release
 * @param opencv the OpenCV libraries
 * @param onnxRuntime the ONNX Runtime libraries
 */
public record Versions(String hongbi, String opencv, String onnxRuntime) {

    /** The versions of this build. */
    public static Versions ofThisBuild() {
        var written = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            written.load(Objects.requireNonNull(in, "versions.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Versions(
                written.getProperty("hongbi"),
                written.getProperty("opencv"),
                written.getProperty("onnxruntime"));
    }
}
