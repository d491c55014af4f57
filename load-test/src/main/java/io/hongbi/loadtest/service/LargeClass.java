package io.hongbi.loadtest.service;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.submission.account.AccessTokens;
import io.hongbi.submission.tenant.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A class all of which handed in the same sheet on two photos, and what the reader saw of it. A
 * school of its own; equal sizes bring equal answers.
 */
public final class LargeClass {

    private static final int AT_ONCE = 100;

    private final RunningService service;
    private final SheetOfItems sheet;
    private final SchoolId school = SchoolId.next();
    private final PersonId teacher = PersonId.next();
    private final SchoolClassId schoolClass = SchoolClassId.next();
    private final List<SubmissionId> papers = new ArrayList<>();
    private final List<List<Item>> answers = new ArrayList<>();
    private final Client client;
    private final AssignmentId assignment;

    private LargeClass(RunningService service, int students, SheetOfItems sheet) {
        this.service = service;
        this.sheet = sheet;
        tenant().inSystem(this::open);
        client =
                service.client(service.part(AccessTokens.class).mint(teacher, Duration.ofHours(2)));
        var worksheet = client.posted("/worksheets", sheet.design()).get("id").asString();
        assignment =
                AssignmentId.of(
                        client.posted(
                                        "/classes/" + schoolClass + "/assignments",
                                        """
                                        {"title": "w", "kind": "worksheet", "worksheetId": "%s"}
                                        """
                                                .formatted(worksheet))
                                .get("id")
                                .asString());
        var random = new Random(students * 1000L + sheet.size());
        for (int first = 1; first <= students; first += AT_ONCE) {
            int from = first;
            int to = Math.min(students, first + AT_ONCE - 1);
            tenant().inSystem(() -> handIn(from, to, random));
        }
        service.analyze();
    }

    public static LargeClass of(RunningService service, int students, SheetOfItems sheet) {
        return new LargeClass(service, students, sheet);
    }

    /** Its teacher's requests. */
    public Client teacher() {
        return client;
    }

    public SchoolId school() {
        return school;
    }

    public AssignmentId assignment() {
        return assignment;
    }

    /** {@code /assignments/...} */
    public String path() {
        return "/assignments/" + assignment;
    }

    public List<SubmissionId> papers() {
        return List.copyOf(papers);
    }

    /** What the reader is not certain of: paths of answers. */
    public List<String> doubtful() {
        var paths = new ArrayList<String>();
        for (int i = 0; i < answers.size(); i++) {
            for (var item : answers.get(i)) {
                if (item.state() == Item.State.DOUBTFUL) {
                    paths.add(path(i, item.itemId()));
                }
            }
        }
        return paths;
    }

    /** Of one answer of one paper: {@code /submissions/.../items/q1}. */
    public String path(int paper, String itemId) {
        return "/submissions/" + papers.get(paper) + "/items/" + itemId;
    }

    private Tenant tenant() {
        return service.part(Tenant.class);
    }

    private void open() {
        var jdbc = service.part(JdbcClient.class);
        jdbc.sql("insert into schools (id, code, name) values (?, ?, 'Load test')")
                .params(school.value(), "l" + school.toString().substring(9, 23))
                .update();
        jdbc.sql(
                        """
                        insert into people (id, school_id, sign_in_name, name, roles)
                        values (?, ?, ?, 'Teacher', array['teacher'])
                        """)
                .params(teacher.value(), school.value(), teacher + "@load")
                .update();
        jdbc.sql("insert into classes (id, school_id, name) values (?, ?, '3A')")
                .params(schoolClass.value(), school.value())
                .update();
        jdbc.sql("insert into class_teachers (class_id, person_id, school_id) values (?, ?, ?)")
                .params(schoolClass.value(), teacher.value(), school.value())
                .update();
    }

    private void handIn(int from, int to, Random random) {
        var people = new ArrayList<Object[]>();
        var enrolments = new ArrayList<Object[]>();
        var submissions = new ArrayList<Object[]>();
        var pages = new ArrayList<Object[]>();
        var readings = new ArrayList<Object[]>();
        for (int n = from; n <= to; n++) {
            var student = Uuids.next();
            var paper = SubmissionId.next();
            var items = sheet.filledIn(random);
            people.add(
                    new Object[] {
                        student,
                        school.value(),
                        student + "@load",
                        "Student " + n,
                        "L" + (10_000 + n)
                    });
            enrolments.add(new Object[] {schoolClass.value(), student, school.value()});
            submissions.add(
                    new Object[] {
                        paper.value(),
                        school.value(),
                        assignment.value(),
                        student,
                        student,
                        paper.toString()
                    });
            int half = items.size() / 2;
            for (int number = 1; number <= 2; number++) {
                var page = Uuids.next();
                pages.add(new Object[] {page, school.value(), paper.value(), number});
                readings.add(
                        reading(
                                page,
                                number,
                                number == 1
                                        ? items.subList(0, half)
                                        : items.subList(half, items.size())));
            }
            papers.add(paper);
            if (papers.size() <= 1000) { // nobody decides about more
                answers.add(items);
            }
        }
        var jdbc = service.part(JdbcTemplate.class);
        jdbc.batchUpdate(
                """
                insert into people (id, school_id, sign_in_name, name, student_number, roles)
                values (?, ?, ?, ?, ?, array['student'])
                """,
                people);
        jdbc.batchUpdate(
                "insert into enrolments (class_id, person_id, school_id) values (?, ?, ?)",
                enrolments);
        jdbc.batchUpdate(
                """
                insert into submissions (id, school_id, assignment_id, student_id, handed_in_by,
                    attempt, receipt, received_at, state)
                values (?, ?, ?, ?, ?, 1, ?, now(), 'needs-review')
                """,
                submissions);
        jdbc.batchUpdate(
                """
                insert into pages (id, school_id, submission_id, number, sha256, photo, bytes,
                    width, height, received_at, read_at, verdict, reader_version)
                values (?, ?, ?, ?, repeat('0', 64), 'none', 2400000, 3024, 4032, now(), now(),
                    'ok', 'r1')
                """,
                pages);
        jdbc.batchUpdate(
                """
                insert into readings (page_id, reader_version, school_id, reading, crops, worker,
                    delivery, started_at, finished_at, cpu_millis)
                values (?, 'r1', ?, ?::jsonb, '{}', 'load-test', 1, now(), now(), 33)
                """,
                readings);
    }

    private Object[] reading(UUID page, int number, List<Item> items) {
        var reading =
                new PageReading(
                        "r1",
                        new Photo(3024, 4032, 1),
                        new Quality(Quality.Verdict.OK, List.of(), 0.8, 0.7),
                        new Homework(true, new Confidence(0.998)),
                        new Completion(Completion.Value.COMPLETE, 0.96, new Confidence(0.94)),
                        0.81,
                        new SheetIdentity(number, null, null),
                        items);
        return new Object[] {
            page, school.value(), service.part(JsonMapper.class).writeValueAsString(reading)
        };
    }
}
