package io.hongbi.local.suite;

import io.hongbi.local.kafka.KafkaServer;
import io.hongbi.local.process.Child;

/** The broker of the suite. */
record KafkaPart(KafkaServer server, int port) implements Startable {

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public Child launch() {
        return server.launch();
    }

    @Override
    public boolean isReady() {
        return server.isReady();
    }

    @Override
    public void stop(Child child) {
        KafkaServer.stop(child);
    }
}
