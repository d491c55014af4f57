package io.hongbi.loadtest.load;

import io.hongbi.local.suite.Place;
import java.nio.file.Path;

/**
 * What one run is asked for. Gatling makes its simulations itself, so it comes by system
 * properties.
 */
final class Settings {

    private static final String ROOT = "hongbi.load.root";
    private static final String LOCAL = "hongbi.load.local";
    private static final String RATE = "hongbi.load.rate";
    private static final String SECONDS = "hongbi.load.seconds";

    private Settings() {}

    static void place(Place place) {
        System.setProperty(ROOT, place.root().toString());
        System.setProperty(LOCAL, place.local().toString());
    }

    static void rate(String pagesPerSecond) {
        System.setProperty(RATE, pagesPerSecond);
    }

    static void seconds(String seconds) {
        System.setProperty(SECONDS, seconds);
    }

    /** Where the suite lies. */
    static Place place() {
        return new Place(
                Path.of(System.getProperty(ROOT, ".")),
                Path.of(System.getProperty(LOCAL, ".local")));
    }

    /** Pages a second. */
    static double rate(double otherwise) {
        return Double.parseDouble(System.getProperty(RATE, "" + otherwise));
    }

    static int seconds(int otherwise) {
        return Integer.parseInt(System.getProperty(SECONDS, "" + otherwise));
    }
}
