package io.hongbi.loadtest.load;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.http.HttpDsl.ByteArrayBodyPart;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.hongbi.local.client.Photo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One page as the page in the browser hands it in: an upload, then the submission's live events
 * until it is answered. In reports it is the group it is part of, with the requests {@code upload}
 * and {@code answered}.
 */
final class HandIn {

    static final String UPLOAD = "upload";
    static final String ANSWERED = "answered";

    private static final int PATIENCE_SECONDS = 120;
    private static final String ANSWER =
            "state\\\\*\": ?\\\\*\"(retake|failed|needs-review|graded|released)";

    private final List<Photo> photos;
    private final Times times;
    private final AtomicInteger next = new AtomicInteger();

    HandIn(List<Photo> photos, Times times) {
        this.photos = photos;
        this.times = times;
    }

    /**
     * @param part group in the report
     * @param timedAs what its time is part of, asked when it begins
     */
    ChainBuilder by(School school, String part, Supplier<String> timedAs) {
        return group(part)
                .on(
                        exec(session ->
                                        session.set("began", System.nanoTime())
                                                .set("part", timedAs.get())
                                                .set("photo", photo())
                                                .set("to", school.uploads().get(turn(school))))
                                .exec(upload(school))
                                .exitHereIfFailed()
                                .exec(answer(school))
                                .exitHereIfFailed()
                                .exec(session -> {
                                    times.add(
                                            Objects.requireNonNull(session.getString("part")),
                                            Duration.ofNanos(
                                                    System.nanoTime() - session.getLong("began")));
                                    return session;
                                }));
    }

    private static ChainBuilder upload(School school) {
        return exec(
                http(UPLOAD)
                        .post("/api/v1#{to}")
                        .header("Authorization", "Bearer " + school.token())
                        .header("Idempotency-Key", _ -> UUID.randomUUID().toString())
                        .bodyPart(
                                ByteArrayBodyPart("pages", session -> session.get("photo"))
                                        .contentType("image/jpeg")
                                        .fileName("page.jpg"))
                        .check(status().is(202), jsonPath("$.id").saveAs("id")));
    }

    private static ChainBuilder answer(School school) {
        return exec(sse("events")
                        .get("/api/v1/submissions/#{id}/events")
                        .header("Authorization", "Bearer " + school.token())
                        .await(PATIENCE_SECONDS)
                        .on(
                                sse.checkMessage(ANSWERED)
                                        .matching(regex(ANSWER))
                                        .check(regex(ANSWER).exists())))
                .exec(sse("close").close());
    }

    private byte[] photo() {
        return photos.get(Math.floorMod(next.getAndIncrement(), photos.size())).bytes();
    }

    private int turn(School school) {
        return Math.floorMod(next.get(), school.uploads().size());
    }
}
