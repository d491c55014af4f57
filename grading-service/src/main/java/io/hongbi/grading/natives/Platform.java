package io.hongbi.grading.natives;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the native libraries of one kind of machine lie in the jars, in the order to load them.
 *
 * @param bytedeco folder of OpenCV and OpenBLAS in their jars
 * @param onnxRuntimeFolder folder of ONNX Runtime in its jar
 * @param openBlas files of OpenBLAS, each behind those it needs
 * @param versionedName of an OpenCV module, {@code %s} being the module
 * @param plainName of a library without a version in its name
 */
record Platform(
        String bytedeco,
        String onnxRuntimeFolder,
        List<String> openBlas,
        String versionedName,
        String plainName) {

    private static final Platform LINUX_X86_64 =
            new Platform(
                    "linux-x86_64",
                    "linux-x64",
                    List.of(
                            "libquadmath.so.0",
                            "libgcc_s.so.1",
                            "libgfortran.so.5",
                            "libopenblas.so.0"),
                    "lib%s.so.413",
                    "lib%s.so");
    private static final Platform LINUX_ARM64 =
            new Platform(
                    "linux-arm64",
                    "linux-aarch64",
                    List.of("libgcc_s.so.1", "libgfortran.so.5", "libopenblas.so.0"),
                    "lib%s.so.413",
                    "lib%s.so");
    private static final Platform MACOSX_ARM64 =
            new Platform(
                    "macosx-arm64",
                    "osx-aarch64",
                    List.of(
                            "libquadmath.0.dylib",
                            "libgcc_s.1.1.dylib",
                            "libgfortran.5.dylib",
                            "libgfortran.dylib",
                            "libopenblas.0.dylib"),
                    "lib%s.413.dylib",
                    "lib%s.dylib");

    /** What {@code opencv_java} is linked against: each module behind those it needs. */
    private static final List<String> OPENCV_MODULES =
            List.of(
                    "core",
                    "imgproc",
                    "photo",
                    "xphoto",
                    "dnn",
                    "dnn_superres",
                    "img_hash",
                    "saliency",
                    "ml",
                    "text",
                    "phase_unwrapping",
                    "flann",
                    "features2d",
                    "calib3d",
                    "structured_light",
                    "wechat_qrcode",
                    "xfeatures2d",
                    "imgcodecs",
                    "video",
                    "ximgproc",
                    "objdetect",
                    "aruco",
                    "bgsegm",
                    "bioinspired",
                    "face",
                    "tracking",
                    "plot",
                    "videoio");

    /** The machine this runs on. */
    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String os, String architecture) {
        var system = os.toLowerCase(Locale.ROOT);
        var arm = architecture.equals("aarch64") || architecture.equals("arm64");
        if (system.startsWith("linux")) {
            return arm ? LINUX_ARM64 : LINUX_X86_64;
        }
        if (system.startsWith("mac") && arm) {
            return MACOSX_ARM64;
        }
        throw new IllegalStateException(
                "There is no OpenCV for " + os + " on " + architecture + " in this build");
    }

    /** The resources of OpenCV, each behind those it needs. */
    List<String> openCv() {
        var resources = new ArrayList<String>();
        openBlas.forEach(file -> resources.add(bytedeco("openblas", file)));
        OPENCV_MODULES.forEach(module ->
                resources.add(bytedeco("opencv", versionedName.formatted("opencv_" + module))));
        resources.add(bytedeco("opencv", plainName.formatted("opencv_java")));
        return resources;
    }

    /** The resources of ONNX Runtime. */
    List<String> onnxRuntime() {
        var folder = "ai/onnxruntime/native/" + onnxRuntimeFolder + "/";
        return List.of(
                folder + plainName.formatted("onnxruntime"),
                folder + plainName.formatted("onnxruntime4j_jni"));
    }

    private String bytedeco(String library, String file) {
        return "org/bytedeco/" + library + "/" + bytedeco + "/" + file;
    }

    @Override
    public String toString() {
        return bytedeco;
    }
}
