package io.hongbi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void areMadeOnceAndReadableByTheirOwnerOnly() throws IOException {
        Path file = folder.resolve("secrets.properties");

        Secrets made = Secrets.in(file);
        Secrets readAgain = Secrets.in(file);

        assertThat(readAgain.signingKey()).isEqualTo(made.signingKey()).hasSize(44);
        assertThat(readAgain.passwords()).isEqualTo(made.passwords());
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void differBetweenMachinesAndBetweenRoles() {
        Secrets here = Secrets.in(folder.resolve("here"));
        Secrets there = Secrets.in(folder.resolve("there"));

        assertThat(here.passwords()).isNotEqualTo(there.passwords());
        assertThat(here.passwords().owner()).isNotEqualTo(here.passwords().submission());
        assertThat(here.passwords().toString()).doesNotContain(here.passwords().owner());
    }
}
