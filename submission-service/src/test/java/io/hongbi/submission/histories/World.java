package io.hongbi.submission.histories;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.Point;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.common.reading.SheetIdentity.FilledNumber;
import io.hongbi.submission.histories.Ledger.Act;
import io.hongbi.submission.histories.Ledger.Deed;
import io.hongbi.submission.histories.Ledger.Paper;
import io.hongbi.submission.histories.Ledger.Photo;
import io.hongbi.submission.histories.Ledger.Said;
import io.hongbi.submission.histories.Step.Glimpse;
import io.hongbi.submission.histories.Step.ItemChange;
import io.hongbi.submission.histories.Step.WrittenNumber;
import io.hongbi.submission.intake.IntakeDoor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One assignment: each step is done in the service, and noted among the facts. */
final class World {

    /** From the oldest to the newest. */
    static final List<String> READERS =
            List.of("2026.9.1+glyph10", "2026.10.1+glyph2", "2026.10.1+glyph10");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Point> REGION =
            List.of(new Point(0, 0), new Point(9, 0), new Point(9, 9), new Point(0, 9));

    final Ledger ledger = new Ledger();
    final Rules rules = new Rules(ledger);
    final Map<Paper, SubmissionId> ids = new HashMap<>();
    final AssignmentId assignment;
    private final Service service;
    private final List<Taken> photos = new ArrayList<>();
    private final List<Spoken> spoken = new ArrayList<>();
    private final Map<Act, UUID> actions = new HashMap<>();

    World(Service service) {
        this.service = service;
        this.assignment = service.newAssignment();
    }

    /** A photo of the history, in place or not. */
    private record Taken(Paper paper, Photo photo, PageId id) {}

    /** What a reader said; delivered again it is the same. */
    private record Spoken(Taken taken, int reader, Said said, PageRead event) {}

    void take(Step step) {
        switch (step) {
            case Step.HandIn(var student, var count) -> handIn(student, count);
            case Step.Read read ->
                    picked(photos, read.photo()).ifPresent(taken -> read(taken, read));
            case Step.Deliver(var read) -> picked(spoken, read).ifPresent(this::deliver);
            case Step.GiveUp(var photo) -> picked(photos, photo).ifPresent(this::giveUp);
            case Step.Retake(var paper, var photo) ->
                    picked(ledger.papers, paper).ifPresent(of -> retake(of, photo));
            case Step.SayWhose(var paper, var photo, var belongs) ->
                    picked(ledger.papers, paper).ifPresent(of -> sayWhose(of, photo, belongs));
            case Step.Decide decide ->
                    picked(ledger.papers, decide.submission()).ifPresent(of -> decide(of, decide));
            case Step.NewKey(var changes) -> change(changes);
            case Step.Show(var visible) -> show(visible);
            case Step.Undo(var act) -> picked(ledger.acts, act).ifPresent(this::undo);
        }
    }

    /** All that was ever said comes once more, in any order. */
    void deliverAll(Random random) {
        var all = new ArrayList<>(spoken);
        Collections.shuffle(all, random);
        all.forEach(this::deliver);
    }

    private static <T> Optional<T> picked(List<T> list, int number) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(number % list.size()));
    }

    private void handIn(int student, int count) {
        var paper = new Paper(student, count);
        var pages = IntakeDoor.photos(count);
        ids.put(paper, service.handIn(assignment, student, pages));
        ledger.papers.add(paper);
        for (int i = 0; i < count; i++) {
            photos.add(new Taken(paper, paper.inPlace.get(i), pages.get(i)));
        }
    }

    private void retake(Paper paper, int number) {
        int place = number % paper.inPlace.size();
        var page = PageId.next();
        service.retake(assignment, id(paper), place + 1, page);
        paper.inPlace.set(place, new Photo());
        photos.add(new Taken(paper, paper.inPlace.get(place), page));
    }

    private void read(Taken taken, Step.Read read) {
        var before =
                spoken.stream()
                        .filter(old -> old.taken().equals(taken) && old.reader() == read.reader())
                        .findFirst();
        // a reader says the same of a photo each time
        var now =
                before.orElseGet(() ->
                        new Spoken(
                                taken,
                                read.reader(),
                                new Said(
                                        read.legible(),
                                        read.number(),
                                        read.legible() ? read.items() : List.of()),
                                event(taken, read)));
        if (before.isEmpty()) {
            spoken.add(now);
        }
        for (int i = 0; i < read.deliveries(); i++) {
            deliver(now);
        }
    }

    private PageRead event(Taken taken, Step.Read read) {
        return service.event(
                id(taken.paper()),
                taken.id(),
                READERS.get(read.reader()),
                read.legible(),
                new SheetIdentity(1, null, written(read.number(), taken.paper().student)),
                read.items().stream().map(World::item).toList());
    }

    private static @Nullable FilledNumber written(WrittenNumber number, int student) {
        return switch (number) {
            case NONE -> null;
            case OWN -> new FilledNumber("100" + (1 + student), State.OK, new Confidence(1));
            case ANOTHERS -> new FilledNumber("1009", State.OK, new Confidence(1));
        };
    }

    private static Item item(Glimpse glimpse) {
        var asked = Sheet.ITEMS.get(glimpse.item());
        return new Item(
                asked.id(),
                asked.kind(),
                REGION,
                null,
                Rules.response(glimpse),
                glimpse.state(),
                new Confidence(0.9),
                List.of());
    }

    private void deliver(Spoken words) {
        service.deliver(words.event());
        words.taken().photo().readings.put(words.reader(), words.said());
    }

    /** Of a photo that was read or replaced nobody wants to hear it any more. */
    private void giveUp(Taken taken) {
        service.giveUp(id(taken.paper()), taken.id());
        var photo = taken.photo();
        photo.givenUp |= photo.newest() == null && taken.paper().inPlace.contains(photo);
    }

    private void sayWhose(Paper paper, int number, boolean belongs) {
        int place = number % paper.inPlace.size();
        var action = service.sayWhose(id(paper), place + 1, belongs);
        note(new Deed.Owned(paper.inPlace.get(place), belongs), action);
    }

    private void decide(Paper paper, Step.Decide decide) {
        var word = decide.word();
        var item = Sheet.ITEMS.get(decide.item());
        var look = rules.look(paper, decide.item());
        boolean refused =
                word.mark() == null
                        ? item.asks() == Sheet.Asks.FREE && word.response() >= 0
                        : word.mark().compareTo(rules.rule(decide.item()).points()) > 0;
        boolean noGroup =
                look == null
                        || (look.glimpse().state() != State.BLANK
                                && Rules.response(look.glimpse()) == null);
        refused |= decide.group() && noGroup;
        act(
                refused,
                () ->
                        service.decide(
                                id(paper),
                                item.id(),
                                word.mark(),
                                word.mark() == null ? Rules.saying(decide.item(), word) : null,
                                decide.group()),
                () ->
                        decide.group()
                                ? new Deed.DecidedAll(Objects.requireNonNull(look), word)
                                : new Deed.Decided(paper, decide.item(), word));
    }

    private void change(List<ItemChange> drawn) {
        Map<Integer, ItemChange> changes = new HashMap<>();
        drawn.forEach(change -> changes.put(change.item(), change));
        Map<String, Object> keys = new HashMap<>();
        changes.values()
                .forEach(change -> keys.put(Sheet.ITEMS.get(change.item()).id(), written(change)));
        JsonNode body = JSON.valueToTree(Map.of("keys", keys));
        act(
                changes.values().stream().anyMatch(this::isRefused),
                () -> service.change(assignment, body),
                () -> new Deed.KeyChanged(List.copyOf(changes.values())));
    }

    private boolean isRefused(ItemChange change) {
        var now = rules.rule(change.item());
        var points = change.points() == null ? now.points() : change.points();
        return (change.penalty() != null && change.penalty().compareTo(points) > 0)
                || (now.drop() && !Boolean.FALSE.equals(change.drop()));
    }

    private static Map<String, Object> written(ItemChange change) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("answers", answers(change));
        fields.put("points", change.points());
        fields.put("tolerance", change.tolerance());
        fields.put("partial", change.partial());
        fields.put("penalty", change.penalty());
        fields.put("drop", change.drop());
        fields.put("bonus", change.bonus());
        fields.put("everyone", change.everyone());
        Map<String, Object> known = new HashMap<>();
        fields.forEach((field, value) -> {
            if (value != null) {
                known.put(field, value);
            }
        });
        return known;
    }

    /** Free answers have none, and do not say so. */
    private static @Nullable List<String> answers(ItemChange change) {
        var answers = change.answers();
        return answers == null || Sheet.ITEMS.get(change.item()).possible() == 0
                ? null
                : answers.stream().map(n -> Rules.answer(change.item(), n)).toList();
    }

    private void show(boolean visible) {
        boolean refused = visible && !rules.isAnyMarkKnown();
        boolean was = ledger.isVisible();
        var action = service.attempt(refused, () -> service.show(assignment, visible));
        if (action != null) {
            assertThat(action.isPresent())
                    .as("visible %s, was %s", visible, was)
                    .isEqualTo(visible != was);
            action.ifPresent(id -> note(new Deed.Shown(visible), id));
        }
    }

    private void undo(Act act) {
        var action =
                service.attempt(
                        !act.isInForce(),
                        () -> service.undo(Objects.requireNonNull(actions.get(act))));
        if (action != null) {
            ledger.undo(act);
            actions.put(ledger.acts.getLast(), action);
        }
    }

    private void act(boolean refused, Supplier<UUID> deed, Supplier<Deed> noted) {
        var now = refused ? null : noted.get();
        var action = service.attempt(refused, deed);
        if (action != null && now != null) {
            note(now, action);
        }
    }

    private void note(Deed deed, UUID action) {
        var act = new Act(deed);
        ledger.acts.add(act);
        actions.put(act, action);
    }

    private SubmissionId id(Paper paper) {
        return Objects.requireNonNull(ids.get(paper));
    }
}
