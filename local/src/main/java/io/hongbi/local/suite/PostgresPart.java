package io.hongbi.local.suite;

import io.hongbi.local.postgres.PostgresPrograms;
import io.hongbi.local.postgres.PostgresServer;
import io.hongbi.local.postgres.PostgresSettings;
import io.hongbi.local.postgres.SuiteDatabase;
import io.hongbi.local.process.Child;
import java.time.Duration;

/** The database of the suite; one that an earlier run left behind is adopted. */
final class PostgresPart implements Startable {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Place place;
    private final PostgresSettings settings;
    private volatile int port;

    PostgresPart(Place place, Secrets secrets, int port) {
        this.place = place;
        this.port = port;
        settings =
                new PostgresSettings(
                        place.postgresData(),
                        place.log(Part.POSTGRES),
                        port,
                        true,
                        secrets.passwords());
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public Child launch() {
        PostgresServer.Running running =
                new PostgresServer(PostgresPrograms.unpackedIn(place.cache()), settings).start();
        port = running.port();
        new SuiteDatabase(running).withRoles().database("hongbi");
        return running.child();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean isReady() {
        return true; // launch has waited
    }

    @Override
    public void stop(Child child) {
        child.stop("INT", GRACE);
    }
}
