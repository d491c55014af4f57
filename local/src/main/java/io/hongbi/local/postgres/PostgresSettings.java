package io.hongbi.local.postgres;

import java.nio.file.Path;

/**
 * How a server is to run.
 *
 * @param data the cluster's folder, made when absent
 * @param log where the server's output goes
 * @param port loopback port
 * @param durable whether a commit waits for the disk; where not, it survives the death of the
 *     server, not of the machine
 * @param passwords of the superuser and of the suite's roles
 */
public record PostgresSettings(
        Path data, Path log, int port, boolean durable, Passwords passwords) {

    /** Passwords of the roles; letters, digits, {@code -} and {@code _} only. */
    public record Passwords(
            String superuser, String owner, String submission, String notification) {
        public Passwords {
            for (String each : new String[] {superuser, owner, submission, notification}) {
                if (!each.matches("[A-Za-z0-9_-]+")) {
                    throw new IllegalArgumentException("A password holds a forbidden character");
                }
            }
        }

        /** The same password for all, for servers that hold nothing of worth. */
        public static Passwords same(String password) {
            return new Passwords(password, password, password, password);
        }

        @Override
        public String toString() {
            return "Passwords[hidden]";
        }
    }
}
