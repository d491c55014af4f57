package io.hongbi.local.command;

import io.hongbi.local.demo.Demo;
import io.hongbi.local.suite.Place;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** {@code demo}: hands samples in and says where the page is that shows them. */
final class ShowDemo {

    private final PrintStream out;

    ShowDemo(PrintStream out) {
        this.out = out;
    }

    int run(Place place) {
        try {
            var page = new Demo(place).run(out::println);
            out.println();
            out.println("打开看照片、结果和每一站的时间 / open for photos, results and times:");
            out.println("  " + page);
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
