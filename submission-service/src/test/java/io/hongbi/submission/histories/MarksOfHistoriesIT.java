package io.hongbi.submission.histories;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.histories.Ledger.Paper;
import io.hongbi.submission.marking.Marks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

/**
 * Marks and states, as they come out of the database, equal those that the facts bring by the rules
 * alone: on the way through any history, and once everything has been delivered again in any order.
 * How many histories: {@code -Dhistories=100000}.
 */
class MarksOfHistoriesIT {

    /** Of so many steps after one is looked: a look costs as much as a step. */
    private static final int CHECKED_EACH = 3;

    private static @Nullable Service service;

    /** The running service. */
    static class Running extends SubmissionIT {

        @Autowired ApplicationContext beans;

        Service service() {
            var school = newSchool();
            return new Service(beans, school, template(school));
        }

        private AssignmentId template(TestSchool school) {
            var teacher = http().as(school.token(school.teacher()));
            var sheet =
                    teacher.post("/api/v1/worksheets", Sheet.DESIGN).json().get("id").asString();
            var made =
                    teacher.post(
                            school.classPath() + "/assignments",
                            "{\"title\": \"h\", \"kind\": \"worksheet\", \"worksheetId\": \""
                                    + sheet
                                    + "\"}");
            return AssignmentId.of(made.json().get("id").asString());
        }
    }

    @BeforeContainer
    static void start() throws Exception {
        var running = new Running();
        new TestContextManager(Running.class).prepareTestInstance(running);
        service = running.service();
        LoggingSystem.get(Running.class.getClassLoader())
                .setLogLevel("io.hongbi.submission.reading.Readings", LogLevel.ERROR);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void equalWhatTheFactsBring(@ForAll("histories") List<Step> history, @ForAll Random random) {
        var running = Objects.requireNonNull(service);
        running.rolledBack(() -> {
            var world = new World(running);
            for (int i = 0; i < history.size(); i++) {
                world.take(history.get(i));
                if (i % CHECKED_EACH == 0) {
                    assertEqual(running, world);
                }
            }
            world.deliverAll(random);
            assertEqual(running, world);
            assertSeen(running, world);
        });
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Steps.histories();
    }

    private static void assertEqual(Service service, World world) {
        var marks = service.marks(world.assignment, world.ids.values());
        var states = service.states(world.assignment);
        world.ids.forEach((paper, id) -> {
            assertThat(outcomes(marks.get(id))).isEqualTo(world.rules.marks(paper));
            assertThat(waiting(states.get(id))).isEqualTo(world.rules.state(paper));
        });
    }

    private static List<Outcome> outcomes(@Nullable Marks marks) {
        return Objects.requireNonNull(marks).marks().stream().map(Outcome::of).toList();
    }

    private static @Nullable String waiting(@Nullable String state) {
        return "received".equals(state) || "reading".equals(state) ? "waits" : state;
    }

    /** By the teacher in the matrix, and by the students. */
    private static void assertSeen(Service service, World world) {
        var matrix = service.matrix(world.assignment);
        assertThat(matrix).hasSameSizeAs(world.ledger.latest());
        for (var paper : world.ledger.latest()) {
            assertThat(plain(matrix.get(world.ids.get(paper))))
                    .isEqualTo(world.rules.marks(paper).stream().map(Outcome::mark).toList());
        }
        world.ids.forEach((paper, id) -> assertSeenByStudent(service, world, paper, id));
    }

    private static void assertSeenByStudent(
            Service service, World world, Paper paper, SubmissionId id) {
        var view = service.seenByStudent(id, paper.student);
        var all = world.rules.marks(paper);
        if (!world.ledger.isVisible()) {
            assertThat(view.marks()).isEmpty();
            assertThat(view.score()).isNull();
            return;
        }
        assertThat(view.marks())
                .extracting(mark -> mark.mark() == null ? null : Outcome.plain(mark.mark()))
                .isEqualTo(all.stream().map(Outcome::mark).toList());
        assertThat(view.marks())
                .extracting(mark -> mark.expected())
                .isEqualTo(all.stream().map(o -> o.mark() == null ? null : o.expected()).toList());
        var score = view.score();
        var known = all.stream().map(Outcome::mark).filter(Objects::nonNull).toList();
        assertThat(score == null ? null : Outcome.plain(score.value()))
                .isEqualTo(known.isEmpty() ? null : sum(known));
        assertThat(score == null ? null : Outcome.plain(score.max()))
                .isEqualTo(known.isEmpty() ? null : sum(all.stream().map(Outcome::max).toList()));
    }

    private static String sum(List<String> numbers) {
        return Outcome.plain(
                numbers.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static List<@Nullable String> plain(@Nullable List<@Nullable BigDecimal> marks) {
        var plain = new ArrayList<@Nullable String>();
        for (var mark : Objects.requireNonNull(marks)) {
            plain.add(mark == null ? null : Outcome.plain(mark));
        }
        return plain;
    }
}
