package io.hongbi.grading.natives;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

/**
 * Sets variables that native libraries read when they are loaded. ONNX Runtime 1.29 otherwise
 * writes telemetry into the home folder, sends it, and matches the process's command line with a
 * recursive regular expression that ends the process with a stack overflow where the line is long;
 * OpenBLAS starts a thread per core that nothing here uses.
 */
final class ProcessEnvironment {

    private static final int KEEP = 0;

    private ProcessEnvironment() {}

    /** Has to come before the libraries are loaded; a variable that is set already stays. */
    static void prepare() {
        setUnlessSet("ORT_DISABLE_TELEMETRY", "1");
        setUnlessSet("OPENBLAS_NUM_THREADS", "1");
    }

    /**
     * Calling into the C library for the first time costs 80 ms of CPU, so scripts may set both.
     */
    private static void setUnlessSet(String name, String value) {
        if (System.getenv(name) == null) {
            set(name, value);
        }
    }

    @SuppressWarnings("restricted") // the launcher's manifest allows native access
    private static void set(String name, String value) {
        var linker = Linker.nativeLinker();
        var setenv =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("setenv"),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (var arena = Arena.ofConfined()) {
            int _ =
                    (int)
                            setenv.invokeExact(
                                    arena.allocateFrom(name), arena.allocateFrom(value), KEEP);
        } catch (Throwable e) {
            throw new IllegalStateException("The process's environment cannot be set", e);
        }
    }
}
