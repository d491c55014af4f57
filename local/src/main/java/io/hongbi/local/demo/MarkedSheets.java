package io.hongbi.local.demo;

import io.hongbi.local.client.Api;
import io.hongbi.local.client.DemoSchool;
import io.hongbi.local.client.Photo;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Place;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Worksheets that the five students of the demo have filled in, each handed in once. */
public final class MarkedSheets {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> UNDER_WAY = Set.of("received", "reading");

    private final Api teacher;
    private final String assignment;
    private final String students;

    public MarkedSheets(Place place) {
        DemoSchool school = DemoSchool.in(place.demoEnv());
        assignment = school.value("WORKSHEET_ASSIGNMENT_ID");
        students = "/classes/" + school.value("CLASS_ID") + "/students";
        teacher = new Api(school, school.value("TEACHER_TOKEN"), assignment);
    }

    /**
     * Hands in what is not there and waits until all is read. Two at once, and a second call, hand
     * nothing in twice.
     *
     * @return whether all is read
     * @throws IOException if the suite does not answer
     */
    public boolean provide() throws IOException {
        Set<String> there = handedIn();
        for (JsonNode student : teacher.get(students).path("items")) {
            String id = student.path("id").asString();
            List<Photo> photos = photos(student.path("studentNumber").asString());
            if (!photos.isEmpty() && !there.contains(id)) {
                teacher.handInFor(id, photos, "demo-sheet-" + id);
            }
        }
        return Waiting.until(this::isAllRead, PATIENCE);
    }

    private Set<String> handedIn() throws IOException {
        Set<String> ids = new HashSet<>();
        for (JsonNode submission : submissions()) {
            ids.add(submission.path("studentId").asString());
        }
        return ids;
    }

    private boolean isAllRead() {
        try {
            JsonNode all = submissions();
            return !all.isEmpty()
                    && all.valueStream()
                            .noneMatch(each -> UNDER_WAY.contains(each.path("state").asString()));
        } catch (IOException notNow) {
            return false;
        }
    }

    private JsonNode submissions() throws IOException {
        return teacher.get("/assignments/" + assignment + "/submissions").path("items");
    }

    /** Who joined the class later has none. */
    private static List<Photo> photos(String studentNumber) throws IOException {
        String name = "sheet-" + studentNumber + ".jpg";
        try (InputStream file = MarkedSheets.class.getResourceAsStream("/demo/" + name)) {
            return file == null ? List.of() : List.of(new Photo(name, file.readAllBytes()));
        }
    }
}
