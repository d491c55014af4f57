package io.hongbi.submission.reading.marks;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignments;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.Facts;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.marking.Marking;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.marking.Sighting;
import io.hongbi.submission.marking.TeacherAct;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The marks of submissions of worksheets and of sums. None is kept: readings, keys and acts are,
 * and what follows from them is worked out anew. Called inside a transaction of the tenant.
 */
@Component
public class WorksheetMarks {

    /** Of each item all that marks are made from. */
    private static final TypeReference<List<Seen>> ITEMS = new TypeReference<>() {};

    /**
     * As many of the classes that the page model is at least this sure of are wrong as its card
     * says: 0.4 % (1 of 261).
     */
    private static final double SURE = 0.9;

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private record Seen(
            String itemId,
            Item.State state,
            @Nullable String response,
            @Nullable String expression,
            @Nullable Confidence confidence,
            @Nullable List<Item.Alternative> alternatives) {

        Sighting on(int page) {
            return expression == null || confidence == null
                    ? new Sighting(itemId, page, state, response)
                    : Sighting.ofSum(
                            itemId,
                            page,
                            state,
                            response,
                            expression,
                            confidence.value(),
                            alternatives == null ? List.of() : alternatives);
        }
    }

    private final Assignments assignments;
    private final AnswerKeys keys;
    private final AskedItems asked;
    private final TeacherActs acts;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    WorksheetMarks(
            Assignments assignments,
            AnswerKeys keys,
            AskedItems asked,
            TeacherActs acts,
            JdbcClient jdbc,
            JsonMapper json) {
        this.assignments = assignments;
        this.keys = keys;
        this.asked = asked;
        this.acts = acts;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What the photos in place of a submission show. */
    private static final class Shown {

        private final List<Sighting> sightings = new ArrayList<>();
        private boolean allRead = true;

        /**
         * @param items null where the photo is not read, or has to be taken again
         */
        void add(int page, @Nullable List<Seen> items, @Nullable Completion completion) {
            if (items == null) {
                allRead = false;
                return;
            }
            for (var item : items) {
                sightings.add(item.on(page));
            }
            if (completion != null) {
                sightings.add(sighting(page, completion));
            }
        }

        /** Of a class that the reader is not sure of, a teacher is asked. */
        private static Sighting sighting(int page, Completion completion) {
            return new Sighting(
                    AskedItem.COMPLETION.itemId(),
                    page,
                    completion.confidence().value() < SURE ? Item.State.DOUBTFUL : Item.State.OK,
                    BigDecimal.valueOf(completion.share()).toPlainString());
        }

        Facts facts(List<AskedItem> items, List<TeacherAct> acts) {
            return new Facts(items, sightings, allRead, acts);
        }

        Facts ofSums(List<TeacherAct> acts) {
            return Facts.ofSums(sightings, allRead, acts);
        }
    }

    /** The marks of one submission; empty where the assignment has none. */
    public Optional<Marks> of(Assignment assignment, SubmissionId id) {
        return Optional.ofNullable(of(assignment, List.of(id)).get(id));
    }

    /** The marks of some submissions of an assignment; of none where it has none. */
    public Map<SubmissionId, Marks> of(Assignment assignment, Collection<SubmissionId> ids) {
        return keys.latest(assignment)
                .map(key -> mark(facts(assignment, ids), key))
                .orElse(Map.of());
    }

    /** The marks that a version of the key would give. */
    public static Map<SubmissionId, Marks> mark(Map<SubmissionId, Facts> facts, KeyVersion key) {
        Map<SubmissionId, Marks> marks = new HashMap<>();
        facts.forEach((id, known) -> marks.put(id, Marking.mark(known, key)));
        return marks;
    }

    /** What marks follow from, key aside; nothing where the assignment has none. */
    public Map<SubmissionId, Facts> facts(Assignment assignment, Collection<SubmissionId> ids) {
        if (assignment.kind() == AssignmentKind.NOTES && assignment.completionMarks() == null) {
            return Map.of();
        }
        boolean sums = assignment.kind() == AssignmentKind.ARITHMETIC;
        var items = asked(assignment);
        var decided = acts.on(assignment.id(), ids);
        Map<SubmissionId, Facts> facts = new HashMap<>();
        shown(ids)
                .forEach((id, shown) -> {
                    var on = decided.on(id);
                    facts.put(id, sums ? shown.ofSums(on) : shown.facts(items, on));
                });
        return facts;
    }

    /** One thing that a submission is asked; empty where there is none of that id. */
    public Optional<AskedItem> asked(Assignment assignment, SubmissionId id, String itemId) {
        var items =
                assignment.kind() == AssignmentKind.ARITHMETIC
                        ? facts(assignment, List.of(id)).values().stream()
                                .flatMap(each -> each.items().stream())
                        : asked(assignment).stream();
        return items.filter(item -> item.itemId().equals(itemId)).findFirst();
    }

    /** The same papers with what teachers have decided by now. */
    public Map<SubmissionId, Facts> decidedAnew(
            Assignment assignment, Map<SubmissionId, Facts> facts) {
        var decided = acts.on(assignment.id(), facts.keySet());
        Map<SubmissionId, Facts> anew = new HashMap<>();
        facts.forEach((id, known) -> anew.put(id, known.with(decided.on(id))));
        return anew;
    }

    /** What all are asked, in the order of the sheet; nothing where it is no worksheet. */
    public List<AskedItem> asked(Assignment assignment) {
        var sheet = assignment.worksheet();
        if (sheet == null) {
            return assignment.completionMarks() == null ? List.of() : List.of(AskedItem.COMPLETION);
        }
        return asked.of(sheet);
    }

    /** The options of its choices, in their order, by item; T and F of true or false. */
    public Map<String, List<String>> options(Assignment assignment) {
        var sheet = assignment.worksheet();
        return sheet == null ? Map.of() : asked.options(sheet);
    }

    /** Those of the submissions of an assignment with an answer that waits for a teacher. */
    public Set<SubmissionId> askingTeacher(AssignmentId id, Collection<SubmissionId> submissions) {
        Set<SubmissionId> asking = new HashSet<>();
        assignments
                .find(id)
                .ifPresent(assignment ->
                        of(assignment, submissions)
                                .forEach((submission, marks) -> {
                                    if (marks.askTeacher()) {
                                        asking.add(submission);
                                    }
                                }));
        return asking;
    }

    private Map<SubmissionId, Shown> shown(Collection<SubmissionId> ids) {
        Map<SubmissionId, Shown> shown = new HashMap<>();
        jdbc.sql(
                        """
                        select p.submission_id, p.number, r.sightings, r.completion
                        from pages p left join readings r on r.page_id = p.id
                            and r.reader_version = p.reader_version and p.verdict = 'ok'
                        where p.submission_id = any(?) and p.replaced_at is null
                        """)
                .param(ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(row -> {
                    var items = row.getString("sightings");
                    var completion = row.getString("completion");
                    shown.computeIfAbsent(
                                    new SubmissionId(row.getObject("submission_id", UUID.class)),
                                    _ -> new Shown())
                            .add(
                                    row.getInt("number"),
                                    items == null ? null : json.readValue(items, ITEMS),
                                    completion == null
                                            ? null
                                            : json.readValue(completion, Completion.class));
                });
        return shown;
    }
}
