package io.hongbi.local.postgres;

import io.hongbi.local.process.Folders;
import io.hongbi.local.process.NotStarted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Makes the data folder of a server. */
final class PostgresCluster {

    private final PostgresPrograms programs;
    private final Unprivileged user;

    PostgresCluster(PostgresPrograms programs, Unprivileged user) {
        this.programs = programs;
        this.user = user;
    }

    /**
     * Makes the cluster unless it is there; an unfinished one of an earlier attempt is made anew.
     */
    void create(PostgresSettings settings) {
        Path data = settings.data();
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        try {
            Folders.delete(unfinished);
            Files.createDirectories(data.toAbsolutePath().getParent());
            initialise(unfinished, settings);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot make a database in " + data, unable);
        }
    }

    /** Copies a cluster that is made once per version, which takes a tenth of the time. */
    void copyOfTemplate(Path cache, PostgresSettings settings) {
        Path template = cache.resolve(programs.version() + "-cluster");
        try (FileChannel lock =
                        FileChannel.open(
                                cache.resolve("cluster.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid()) {
                create(
                        new PostgresSettings(
                                template, settings.log(), 0, false, settings.passwords()));
            }
            Folders.copy(template, settings.data());
        } catch (IOException unable) {
            throw new UncheckedIOException(
                    "Cannot copy " + template + " to " + settings.data(), unable);
        }
    }

    private void initialise(Path folder, PostgresSettings settings) throws IOException {
        Path password = Files.createTempFile("hongbi", ".password", ownerOnly());
        try {
            Files.writeString(password, settings.passwords().superuser());
            user.own(password);
            List<String> command = new ArrayList<>();
            command.add(programs.bin("initdb").toString());
            command.addAll(List.of("-D", folder.toString(), "-U", "postgres", "-E", "UTF8"));
            command.addAll(List.of("--locale=C", "--locale-provider=builtin"));
            command.addAll(List.of("--builtin-locale=C.UTF-8", "--auth=scram-sha-256"));
            command.add("--pwfile=" + password);
            if (!settings.durable()) {
                command.add("--no-sync");
            }
            run(command, settings.log());
        } finally {
            Files.delete(password);
        }
    }

    private void run(List<String> command, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process =
                new ProcessBuilder(user.command(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new NotStarted("PostgreSQL", "initdb ended", log);
            }
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while making a database", stop);
        }
    }

    private static java.nio.file.attribute.FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }
}
