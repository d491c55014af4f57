package io.hongbi.local.suite;

import io.hongbi.local.postgres.PostgresSettings.Passwords;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Keys and passwords of this machine's suite: made once, readable by their owner only. */
final class Secrets {

    private static final String SIGNING_KEY = "object-store.signing-key";
    private static final List<String> PASSWORDS =
            List.of(
                    "postgres.superuser",
                    "postgres.hongbi_owner",
                    "postgres.hongbi_submission",
                    "postgres.hongbi_notification");
    private static final int BYTES = 32;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** Reads the file; what it lacks is made and written. */
    static Secrets in(Path file) {
        Properties values = new Properties();
        try {
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    values.load(reader);
                }
            }
            if (complete(values)) {
                write(values, file);
            }
            return new Secrets(values);
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot keep keys in " + file, unable);
        }
    }

    Passwords passwords() {
        List<String> all = PASSWORDS.stream().map(this::value).toList();
        return new Passwords(all.get(0), all.get(1), all.get(2), all.get(3));
    }

    /** Base64, as the object store takes it. */
    String signingKey() {
        return value(SIGNING_KEY);
    }

    private String value(String key) {
        return Objects.requireNonNull(values.getProperty(key));
    }

    private static boolean complete(Properties values) {
        SecureRandom random = new SecureRandom();
        boolean changed =
                values.putIfAbsent(SIGNING_KEY, encoded(Base64.getEncoder(), random)) == null;
        for (String key : PASSWORDS) {
            String fresh = encoded(Base64.getUrlEncoder().withoutPadding(), random);
            changed |= values.putIfAbsent(key, fresh) == null;
        }
        return changed;
    }

    private static String encoded(Base64.Encoder encoder, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return encoder.encodeToString(bytes);
    }

    private static void write(Properties values, Path file) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path fresh =
                Files.createTempFile(
                        folder,
                        "secrets",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            values.store(writer, "Made by ./hongbi up for this machine; never share them");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
