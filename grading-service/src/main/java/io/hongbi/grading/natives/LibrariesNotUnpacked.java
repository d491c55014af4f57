package io.hongbi.grading.natives;

import java.nio.file.Path;

/** The native libraries could not be written; HONGBI_NATIVE_DIR may name another folder. */
public final class LibrariesNotUnpacked extends RuntimeException {

    LibrariesNotUnpacked(Path folder, Throwable cause) {
        super(
                "The native libraries could not be unpacked to "
                        + folder
                        + "; set HONGBI_NATIVE_DIR to a folder with 120 MB of room.",
                cause);
    }
}
