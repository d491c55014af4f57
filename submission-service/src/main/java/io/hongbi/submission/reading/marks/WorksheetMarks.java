package io.hongbi.submission.reading.marks;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
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
 * The marks of submissions of worksheets. None is kept: readings, keys and acts are, and what
 * follows from them is worked out anew. Called inside a transaction of the tenant.
 */
@Component
public class WorksheetMarks {

    /** Of each item its id, state and response: all that marks are made from. */
    private static final TypeReference<List<Seen>> ITEMS = new TypeReference<>() {};

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private record Seen(String itemId, Item.State state, @Nullable String response) {}

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
        void add(int page, @Nullable List<Seen> items) {
            if (items == null) {
                allRead = false;
                return;
            }
            for (var item : items) {
                sightings.add(new Sighting(item.itemId(), page, item.state(), item.response()));
            }
        }

        Facts facts(List<AskedItem> items, List<TeacherAct> acts) {
            return new Facts(items, sightings, allRead, acts);
        }
    }

    /** The marks of one submission; empty where the assignment is no worksheet. */
    public Optional<Marks> of(Assignment assignment, SubmissionId id) {
        return Optional.ofNullable(of(assignment, List.of(id)).get(id));
    }

    /** The marks of some submissions of an assignment; of none where it is no worksheet. */
    public Map<SubmissionId, Marks> of(Assignment assignment, Collection<SubmissionId> ids) {
        return keys.latest(assignment.id())
                .map(key -> mark(facts(assignment, ids), key))
                .orElse(Map.of());
    }

    /** The marks that a version of the key would give. */
    public static Map<SubmissionId, Marks> mark(Map<SubmissionId, Facts> facts, KeyVersion key) {
        Map<SubmissionId, Marks> marks = new HashMap<>();
        facts.forEach((id, known) -> marks.put(id, Marking.mark(known, key)));
        return marks;
    }

    /** What marks follow from, key aside; nothing where the assignment is no worksheet. */
    public Map<SubmissionId, Facts> facts(Assignment assignment, Collection<SubmissionId> ids) {
        var items = asked(assignment);
        if (items.isEmpty()) {
            return Map.of();
        }
        var decided = acts.on(assignment.id(), ids);
        Map<SubmissionId, Facts> facts = new HashMap<>();
        shown(ids).forEach((id, shown) -> facts.put(id, shown.facts(items, decided.on(id))));
        return facts;
    }

    /** The same papers with what teachers have decided by now. */
    public Map<SubmissionId, Facts> decidedAnew(
            Assignment assignment, Map<SubmissionId, Facts> facts) {
        var decided = acts.on(assignment.id(), facts.keySet());
        Map<SubmissionId, Facts> anew = new HashMap<>();
        facts.forEach((id, known) -> anew.put(id, known.with(decided.on(id))));
        return anew;
    }

    /** What the assignment asks, in the order of the sheet; nothing where it is no worksheet. */
    public List<AskedItem> asked(Assignment assignment) {
        var sheet = assignment.worksheet();
        return sheet == null ? List.of() : asked.of(sheet);
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
                        select p.submission_id, p.number, r.items
                        from pages p left join lateral (
                            select (
                                select coalesce(jsonb_agg(jsonb_build_array(
                                    i -> 'itemId', i -> 'state', i -> 'response')), '[]'::jsonb)
                                from jsonb_array_elements(reading -> 'items') i) as items
                            from readings
                            where page_id = p.id and reader_version = p.reader_version
                              and p.verdict = 'ok') r on true
                        where p.submission_id = any(?) and p.replaced_at is null
                        """)
                .param(ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(row -> {
                    var items = row.getString("items");
                    shown.computeIfAbsent(
                                    new SubmissionId(row.getObject("submission_id", UUID.class)),
                                    _ -> new Shown())
                            .add(
                                    row.getInt("number"),
                                    items == null ? null : json.readValue(items, ITEMS));
                });
        return shown;
    }
}
