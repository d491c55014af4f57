package io.hongbi.loadtest.load;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.hongbi.local.client.DemoSchool;
import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import java.util.List;

/**
 * What all scenarios have: photos of 12 megapixels, a warm-up that is not measured, and that no
 * request fails and every accepted page is answered.
 */
abstract class OnTheSuite extends Simulation {

    /** What a JVM spends on compiling its first pages belongs to its start. */
    private static final int WARM_UP_SECONDS = 40;

    private static final int WARM_UP_CLIENTS = 4;
    private static final int PHOTOS = 12;
    private static final int MEGAPIXELS = 12;

    /** An upload's answer at its slowest, one in a hundred; milliseconds. */
    static final int UPLOAD_P99 = 1500;

    final DemoSchool demo = DemoSchool.in(Settings.place().demoEnv());
    final School steady = School.steady(demo);
    final List<Photo> photos =
            new Samples(Settings.place())
                    .good(PHOTOS, MEGAPIXELS).stream().filter(OnTheSuite::isWrittenOn).toList();
    final Times times = new Times();
    final HandIn handIn = new HandIn(photos, times);

    final HttpProtocolBuilder protocol() {
        return http.baseUrl(demo.url()).acceptHeader("application/json").disableCaching();
    }

    /** First of all, and then what is measured. */
    final PopulationBuilder afterWarmUp(PopulationBuilder... measured) {
        return scenario("warm-up")
                .exec(handIn.by(steady, "warm-up", () -> "warm-up"))
                .injectClosed(constantConcurrentUsers(WARM_UP_CLIENTS).during(WARM_UP_SECONDS))
                .andThen(measured);
    }

    static Assertion nothingFails() {
        return global().failedRequests().count().is(0L);
    }

    static Assertion uploadsAreAnsweredSoon(String part) {
        return details(part, HandIn.UPLOAD).responseTime().percentile(99).lte(UPLOAD_P99);
    }

    @Override
    public void after() {
        times.lines().forEach(System.out::println);
        findings().forEach(Findings::add);
    }

    /** Limits that are no figure of one request; asked when all is over. */
    List<Finding> findings() {
        return List.of();
    }

    /** Half and blank pages are smaller files than the limits speak of. */
    private static boolean isWrittenOn(Photo photo) {
        return photo.name().startsWith("good") || photo.name().startsWith("turned");
    }
}
