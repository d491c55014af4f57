package io.hongbi.local.suite;

import io.hongbi.local.nacos.NacosServer;
import io.hongbi.local.process.Child;
import java.time.Duration;

/** The Nacos of the suite. */
record NacosPart(NacosServer server) implements Startable {

    private static final Duration GRACE = Duration.ofSeconds(20);

    @Override
    public Part part() {
        return Part.NACOS;
    }

    @Override
    public Child launch() {
        return server.launch();
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public boolean isReady() {
        return server.isReady();
    }

    @Override
    public void stop(Child child) {
        child.stop("TERM", GRACE);
    }
}
