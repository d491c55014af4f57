package io.hongbi.local.demo;

import io.hongbi.local.client.Answer;
import io.hongbi.local.client.Api;
import io.hongbi.local.client.DemoSchool;
import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import io.hongbi.local.client.Submission;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way of a page, seen from outside. */
public final class Demo {

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z-]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Place place;
    private final Api api;

    public Demo(Place place) {
        this.place = place;
        api = new Api(DemoSchool.in(place.demoEnv()));
    }

    /**
     * Hands all samples in.
     *
     * @param out takes a line each
     * @return the HTML page
     * @throws IOException if the suite does not answer
     */
    public Path run(Consumer<String> out) throws IOException {
        List<Photo> photos = new Samples(place).ofEveryKind();
        out.accept(Line.HEAD);
        List<Shown> all =
                photos.stream()
                        .map(this::handIn)
                        .peek(shown -> out.accept(Line.of(shown)))
                        .toList();
        Path page = place.local().resolve("demo.html");
        Files.writeString(page, new Report(all).html());
        return page;
    }

    private Shown handIn(Photo photo) {
        try {
            long began = System.nanoTime();
            Answer answer = api.handIn(List.of(photo), UUID.randomUUID().toString());
            if (!answer.isAccepted()) {
                return refused(photo, answer);
            }
            Submission submission = answered(answer.id());
            Duration toReading = Duration.ofNanos(System.nanoTime() - began);
            Submission.Page page = submission.pages().getFirst();
            return new Shown(
                    photo,
                    Optional.of(submission),
                    "",
                    preview(page),
                    toReading,
                    Stations.of(place, page.pageId()));
        } catch (IOException unreachable) {
            throw new IllegalStateException("The suite does not answer", unreachable);
        }
    }

    private static Shown refused(Photo photo, Answer answer) {
        Matcher code = CODE.matcher(answer.body());
        String refusal = answer.status() + " " + (code.find() ? code.group(1) : "");
        return new Shown(
                photo, Optional.empty(), refusal, new byte[0], Duration.ZERO, Optional.empty());
    }

    private Submission answered(String id) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Submission submission = api.submission(id);
        while (!submission.isAnswered() && System.nanoTime() < deadline) {
            Waiting.pause(Duration.ofMillis(40));
            submission = api.submission(id);
        }
        return submission;
    }

    private byte[] preview(Submission.Page page) throws IOException {
        return page.previewUrl() == null ? new byte[0] : api.open(page.previewUrl());
    }
}
