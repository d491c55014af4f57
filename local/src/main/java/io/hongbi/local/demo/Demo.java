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
import java.util.stream.Stream;

/** The way of a page, seen from outside. */
public final class Demo {

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z-]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Place place;
    private final DemoSchool school;
    private final Api api;

    public Demo(Place place) {
        this.place = place;
        school = DemoSchool.in(place.demoEnv());
        api = new Api(school);
    }

    /**
     * Hands all samples in.
     *
     * @param out takes a line each
     * @return the HTML page
     * @throws IOException if the suite does not answer
     */
    public Path run(Consumer<String> out) throws IOException {
        Samples samples = new Samples(place);
        out.accept(Line.HEAD);
        List<Shown> all =
                Stream.concat(
                                samples.ofEveryKind().stream()
                                        .map(photo -> handIn(photo, school.notesAssignment())),
                                samples.ofSums(1).stream()
                                        .map(photo -> handIn(photo, school.sumsAssignment())))
                        .peek(shown -> out.accept(Line.of(shown)))
                        .toList();
        Path page = place.local().resolve("demo.html");
        Files.writeString(page, new Report(all).html());
        return page;
    }

    private Shown handIn(Photo photo, String assignment) {
        try {
            long began = System.nanoTime();
            Answer answer = api.handIn(assignment, List.of(photo), UUID.randomUUID().toString());
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
                    picture(submission, page),
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

    private byte[] picture(Submission submission, Submission.Page page) throws IOException {
        if (!submission.marks().isEmpty()) {
            return api.annotated(submission.id(), page.number());
        }
        return page.previewUrl() == null ? new byte[0] : api.open(page.previewUrl());
    }
}
