package io.hongbi.loadtest.load;

import io.hongbi.loadtest.service.Client;
import io.hongbi.local.client.DemoSchool;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Somebody of a school who hands pages in.
 *
 * @param token of a student, or of a teacher who hands in for students
 * @param uploads the paths to hand in at, taken in turn
 */
record School(String token, List<String> uploads) {

    private static final String NAME = "负载 / load";
    private static final int STUDENTS = 20;

    /** The student of the demo school. */
    static School steady(DemoSchool demo) {
        return new School(
                demo.student(), List.of("/assignments/" + demo.notesAssignment() + "/submissions"));
    }

    /** The other school, with a class that is made on the first call. */
    static School surging(DemoSchool demo) {
        var token = demo.value("OTHER_SCHOOL_TEACHER_TOKEN");
        var teacher = new Client(demo.url(), token);
        var schoolClass = itsClass(teacher);
        var assignment = itsAssignment(teacher, schoolClass);
        var students = teacher.json("/classes/" + schoolClass + "/students?limit=" + STUDENTS);
        return new School(
                token,
                students.path("items")
                        .valueStream()
                        .map(student -> student.path("id").asString())
                        .map(id ->
                                "/assignments/%s/submissions?studentId=%s"
                                        .formatted(assignment, id))
                        .toList());
    }

    private static String itsClass(Client teacher) {
        for (JsonNode one : teacher.json("/classes").path("items")) {
            if (one.path("name").asString().equals(NAME)) {
                return one.path("id").asString();
            }
        }
        var made = teacher.posted("/classes", "{\"name\": \"" + NAME + "\"}").path("id").asString();
        var roster = new StringBuilder("学号,姓名\n");
        for (int i = 1; i <= STUDENTS; i++) {
            roster.append("9000%04d,学生%d%n".formatted(i, i));
        }
        teacher.post("/classes/" + made + "/roster", "text/csv", roster.toString());
        return made;
    }

    private static String itsAssignment(Client teacher, String schoolClass) {
        var path = "/classes/" + schoolClass + "/assignments";
        for (JsonNode one : teacher.json(path).path("items")) {
            return one.path("id").asString();
        }
        return teacher.posted(path, "{\"title\": \"" + NAME + "\", \"kind\": \"notes\"}")
                .path("id")
                .asString();
    }
}
