package io.hongbi.common.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A process of its own that puts objects into a folder, and can be killed or kept short of disk.
 */
final class StoreProcess {

    /** What each object is made of: bytes that tell its number. */
    static final int OBJECT_BYTES = 4_000_000;

    private StoreProcess() {}

    /** Puts objects 0, 1, ... below a prefix and prints each number once it is put. */
    public static void main(String[] arguments) {
        var store = store(Path.of(arguments[0]));
        for (int i = 0; ; i++) {
            try {
                store.put(key(arguments[1], i), content(i), "image/jpeg");
                System.out.println(i);
            } catch (ObjectStoreUnavailable e) {
                System.out.println("unavailable: " + e.getCause());
                return;
            }
        }
    }

    static FolderObjectStore store(Path root) {
        var prefix = URI.create("http://127.0.0.1/objects");
        return new FolderObjectStore(root, SignedUrls.withFreshSecret(prefix));
    }

    static ObjectKey key(String prefix, int number) {
        return new ObjectKey(prefix + "/" + number + ".jpg");
    }

    static byte[] content(int number) {
        var content = new byte[OBJECT_BYTES];
        Arrays.fill(content, (byte) (number + 1));
        return content;
    }

    /**
     * Starts it.
     *
     * @param limits commands of a shell that come before
     * @param output where its lines go; a file, because pipes end with the process that is killed
     */
    static Process start(String limits, Path root, String prefix, Path output) throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", limits + "exec \"$0\" \"$@\""));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(StoreProcess.class.getName(), root.toString(), prefix));
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
