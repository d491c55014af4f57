package io.hongbi.grading.natives;

import java.nio.file.Path;

/**
 * Loads OpenCV and ONNX Runtime from a folder that keeps them unpacked between starts: loading
 * takes some 30 ms of CPU, where JavaCPP's loader takes over a second and ONNX Runtime unpacks 28
 * MB at every start. The folder is {@code HONGBI_NATIVE_DIR}, by default the user's cache folder.
 */
public final class NativeLibraries {

    static {
        ProcessEnvironment.prepare();
    }

    private NativeLibraries() {}

    /**
     * Makes {@code org.opencv} usable.
     *
     * @throws LibrariesNotUnpacked if neither the folder nor the temporary folder can be written
     */
    public static void loadOpenCv() {
        var platform = Platform.here();
        var folder =
                new LibraryFolder(home())
                        .unpack(
                                "opencv-" + Versions.ofThisBuild().opencv() + "-" + platform,
                                platform.openCv());
        platform.openCv().forEach(resource -> load(folder.resolve(LibraryFolder.name(resource))));
    }

    /**
     * Tells ONNX Runtime where its libraries lie; to be called before its first use. A path set
     * with {@code -Donnxruntime.native.path} stays.
     *
     * @throws LibrariesNotUnpacked if neither the folder nor the temporary folder can be written
     */
    public static void prepareOnnxRuntime() {
        if (System.getProperty("onnxruntime.native.path") == null) {
            var platform = Platform.here();
            var folder =
                    new LibraryFolder(home())
                            .unpack(
                                    "onnxruntime-"
                                            + Versions.ofThisBuild().onnxRuntime()
                                            + "-"
                                            + platform,
                                    platform.onnxRuntime());
            System.setProperty("onnxruntime.native.path", folder.toString());
        }
    }

    @SuppressWarnings("restricted") // the launcher's manifest allows native access
    private static void load(Path library) {
        System.load(library.toString());
    }

    private static Path home() {
        var chosen = System.getenv("HONGBI_NATIVE_DIR");
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath();
        }
        var cache = System.getenv("XDG_CACHE_HOME");
        return cache != null && !cache.isBlank()
                ? Path.of(cache, "hongbi").toAbsolutePath()
                : Path.of(System.getProperty("user.home"), ".cache", "hongbi");
    }
}
