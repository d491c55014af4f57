package io.hongbi.submission.gradebook.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.reading.WorksheetFixture;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 5,000 students with 60 items each go out in little memory. */
class LargeExportIT extends WorksheetFixture {

    private static final int STUDENTS = 5000;
    private static final int ITEMS = 60;
    private static final long MOST = 50L << 20;

    @BeforeEach
    void aLargeClass() {
        var items =
                String.join(
                        ",",
                        Collections.nCopies(
                                ITEMS,
                                "{\"kind\": \"choice\", \"options\": 4, \"key\": \"B\", \"points\": 1}"));
        var sheet =
                asTeacher()
                        .post(
                                "/api/v1/worksheets",
                                "{\"title\": \"Large\", \"paper\": \"A4\", \"items\": ["
                                        + items
                                        + "]}");
        assertThat(sheet.status()).as(sheet.body()).isEqualTo(201);
        assignment =
                asTeacher()
                        .post(
                                school.classPath() + "/assignments",
                                "{\"title\": \"w\", \"kind\": \"worksheet\", \"worksheetId\": \""
                                        + sheet.json().get("id").asString()
                                        + "\"}")
                        .json()
                        .get("id")
                        .asString();
        tenant.inSystem(() -> {
            jdbc.sql(
                            """
                            with everybody as (
                                insert into people (id, school_id, sign_in_name, name, student_number, roles)
                                select gen_random_uuid(), :school, 'l' || n || :code, 'Student ' || n,
                                    'L' || n, array['student'] from generate_series(1, :n) n returning id),
                            papers as (
                                insert into submissions (id, school_id, assignment_id, student_id,
                                    handed_in_by, attempt, receipt, received_at, state)
                                select gen_random_uuid(), :school, :assignment, id, id, 1,
                                    gen_random_uuid(), now(), 'graded' from everybody returning id),
                            photos as (
                                insert into pages (id, school_id, submission_id, number, sha256, photo,
                                    bytes, width, height, received_at, read_at, verdict, reader_version)
                                select gen_random_uuid(), :school, id, 1, repeat('0', 64), 'none', 1, 1,
                                    1, now(), now(), 'ok', 'r1' from papers returning id)
                            insert into readings (page_id, reader_version, school_id, reading, crops,
                                worker, delivery, started_at, finished_at, cpu_millis)
                            select id, 'r1', :school,
                                (select jsonb_build_object('items', jsonb_agg(jsonb_build_object(
                                    'itemId', 'q' || i, 'state', 'ok',
                                    'response', chr(65 + i % 4)))) from generate_series(1, 60) i),
                                '{}', 'test', 1, now(), now(), 1
                            from photos
                            """)
                    .param("school", school.id().value())
                    .param("code", school.code())
                    .param("assignment", UUID.fromString(assignment))
                    .param("n", STUDENTS)
                    .update();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"marks.csv", "marks.xlsx"})
    void keepsLittleInMemory(String file) throws IOException {
        long before = live();
        long most = 0;
        long bytes = 0;

        try (var in = asTeacher().stream("/api/v1/assignments/" + assignment + "/" + file)) {
            var buffer = new byte[1 << 16];
            long looked = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes - looked > 100_000) { // while the rest is being written
                    looked = bytes;
                    most = Math.max(most, live() - before);
                }
            }
        }

        assertThat(bytes).isGreaterThan(500_000);
        assertThat(most).as("growth of what is alive").isLessThan(MOST);
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
