package io.hongbi.local.command;

import io.hongbi.local.client.Api;
import io.hongbi.local.client.DemoSchool;
import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.Training;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

/** {@code prepare}: makes later starts faster; the script calls it after the first build. */
final class Prepare {

    private static final int PAGES = 24;

    private final PrintStream out;

    Prepare(PrintStream out) {
        this.out = out;
    }

    int run(Place place) {
        out.println("正在为快速启动做准备，约一分钟 / preparing fast starts, about a minute");
        boolean trained = new Training(place).run(Prepare::handPagesIn);
        return trained ? 0 : 1;
    }

    private static void handPagesIn(Place place) {
        if (!Files.exists(place.demoEnv())) {
            return;
        }
        Api api = new Api(DemoSchool.in(place.demoEnv()));
        List<Photo> photos = new Samples(place).good(4, 2);
        try {
            for (int i = 0; i < PAGES; i++) {
                Photo photo = photos.get(i % photos.size());
                api.awaitAnswer(api.handIn(List.of(photo), UUID.randomUUID().toString()).id());
            }
        } catch (IOException notNow) {
            // fewer classes are known beforehand; nothing else depends on it
        }
    }
}
