package io.hongbi.submission.histories;

import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.histories.Ledger.Deed;
import io.hongbi.submission.histories.Ledger.Look;
import io.hongbi.submission.histories.Ledger.Paper;
import io.hongbi.submission.histories.Ledger.Photo;
import io.hongbi.submission.histories.Ledger.Said;
import io.hongbi.submission.histories.Step.Glimpse;
import io.hongbi.submission.histories.Step.ItemChange;
import io.hongbi.submission.histories.Step.Word;
import io.hongbi.submission.histories.Step.WrittenNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the decisions in {@code docs/adr} say follows from the facts, written down once more and
 * plainly. It shares nothing with the code under test.
 */
final class Rules {

    private final Ledger facts;

    Rules(Ledger facts) {
        this.facts = facts;
    }

    /** Where a photo stands. */
    enum Standing {
        WAITS,
        FAILED,
        RETAKE,
        READ
    }

    /** How the machine sees an item on a paper; no glimpses where no photo shows it. */
    private record View(@Nullable Integer page, List<Glimpse> looks) {

        @Nullable Glimpse only() {
            return looks.size() == 1 ? looks.getFirst() : null;
        }
    }

    static @Nullable String response(Glimpse glimpse) {
        var item = Sheet.ITEMS.get(glimpse.item());
        return glimpse.state() == State.BLANK || item.asks() == Sheet.Asks.FREE
                ? null
                : answer(glimpse.item(), glimpse.response());
    }

    static String answer(int item, int response) {
        var answers = Sheet.ITEMS.get(item).answers();
        return answers.get(response % answers.size());
    }

    /** The key that counts, of one item: the worksheet's, changed by all changes in force. */
    ItemRule rule(int item) {
        var sheets = Sheet.ITEMS.get(item);
        var first =
                new ItemChange(
                        item,
                        sheets.asks() == Sheet.Asks.FREE ? List.of() : List.of(0),
                        new BigDecimal(sheets.points()),
                        BigDecimal.ZERO,
                        false,
                        BigDecimal.ZERO,
                        false,
                        false,
                        false);
        var rule = new ItemRule(first);
        facts.inForce(Deed.KeyChanged.class)
                .flatMap(keys -> keys.changes().stream())
                .filter(change -> change.item() == item)
                .forEach(rule::change);
        return rule;
    }

    Standing standing(Photo photo) {
        var said = photo.newest();
        if (said == null) {
            return photo.givenUp ? Standing.FAILED : Standing.WAITS;
        }
        return said.legible() && belongs(photo, said) ? Standing.READ : Standing.RETAKE;
    }

    private boolean belongs(Photo photo, Said said) {
        return facts.inForce(Deed.Owned.class)
                .filter(owned -> owned.photo() == photo)
                .reduce((_, last) -> last)
                .map(Deed.Owned::belongs)
                .orElse(said.number() != WrittenNumber.ANOTHERS);
    }

    /** Null where no photo shows it, or they do not agree. */
    @Nullable Look look(Paper paper, int item) {
        var only = view(paper, item).only();
        return only == null ? null : new Look(item, only);
    }

    private View view(Paper paper, int item) {
        Integer page = null;
        var looks = new ArrayList<Glimpse>();
        for (int i = 0; i < paper.inPlace.size(); i++) {
            var photo = paper.inPlace.get(i);
            var said = photo.newest();
            if (said == null || standing(photo) != Standing.READ) {
                continue;
            }
            for (var glimpse : said.items()) {
                if (glimpse.item() == item) {
                    boolean free = Sheet.ITEMS.get(item).asks() == Sheet.Asks.FREE;
                    boolean first = looks.isEmpty();
                    if (free && !first) { // the first that shows anything
                        if (looks.getFirst().state() == State.BLANK
                                && glimpse.state() != State.BLANK) {
                            looks.set(0, glimpse);
                            page = i + 1;
                        }
                    } else if (looks.stream().noneMatch(look -> same(look, glimpse))) {
                        looks.add(glimpse);
                        page = first ? Integer.valueOf(i + 1) : page;
                    }
                }
            }
        }
        return new View(page, looks);
    }

    private static boolean same(Glimpse one, Glimpse other) {
        return one.state() == other.state() && Objects.equals(response(one), response(other));
    }

    List<Outcome> marks(Paper paper) {
        var marks = new ArrayList<Outcome>();
        for (int item = 0; item < Sheet.ITEMS.size(); item++) {
            marks.add(mark(paper, item));
        }
        return marks;
    }

    private Outcome mark(Paper paper, int item) {
        var view = view(paper, item);
        var only = view.only();
        var sheet = new Outcome.Place(item, view.page(), rule(item));
        var seen = only == null ? null : response(only);
        if (sheet.rule().drop()) {
            return sheet.machine(BigDecimal.ZERO, "not-marked", seen, "Uncounted");
        }
        var word = word(paper, item, only);
        if (word != null) {
            return word.mark() == null
                    ? sheet.teacherSays(saying(item, word))
                    : sheet.teacherGives(word.mark(), seen);
        }
        if (sheet.rule().everyone()) {
            return sheet.machine(sheet.rule().points(), "right", seen, "FullForAll");
        }
        if (sheet.rule().isWorthless()) {
            return sheet.machine(BigDecimal.ZERO, "not-marked", seen, "Uncounted");
        }
        if (view.looks().isEmpty()) {
            boolean allRead =
                    paper.inPlace.stream().allMatch(photo -> standing(photo) == Standing.READ);
            return sheet.machine(null, "not-marked", null, allRead ? "NotHandedIn" : "NotRead");
        }
        return only == null
                ? sheet.machine(null, "doubtful", null, "PhotosDiffer")
                : sheet.machineSees(only.state(), seen);
    }

    /** Empty is a word too: nothing is answered. */
    static String saying(int item, Word word) {
        return word.response() < 0 ? "" : answer(item, word.response());
    }

    private @Nullable Word word(Paper paper, int item, @Nullable Glimpse only) {
        var one =
                facts.inForce(Deed.Decided.class)
                        .filter(d -> d.paper() == paper && d.item() == item)
                        .reduce((_, last) -> last);
        if (one.isPresent() || only == null) {
            return one.map(Deed.Decided::word).orElse(null);
        }
        var look = new Look(item, only);
        return facts.inForce(Deed.DecidedAll.class)
                .filter(d -> d.look().isLike(look))
                .reduce((_, last) -> last)
                .map(Deed.DecidedAll::word)
                .orElse(null);
    }

    /** Received and reading look alike here: whether the broker has a page is no fact of marks. */
    String state(Paper paper) {
        var standings = paper.inPlace.stream().map(this::standing).toList();
        if (standings.contains(Standing.FAILED)) {
            return "failed";
        }
        if (standings.contains(Standing.RETAKE)) {
            return "retake";
        }
        if (standings.contains(Standing.WAITS)) {
            return "waits";
        }
        if (marks(paper).stream().anyMatch(Outcome::asksTeacher)) {
            return "needs-review";
        }
        return facts.isVisible() ? "released" : "graded";
    }

    boolean isAnyMarkKnown() {
        return facts.latest().stream()
                .flatMap(paper -> marks(paper).stream())
                .anyMatch(outcome -> outcome.mark() != null);
    }
}
