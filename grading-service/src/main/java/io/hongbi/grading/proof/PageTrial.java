package io.hongbi.grading.proof;

import io.hongbi.common.layout.Proof.Difference;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.grading.reading.PageReader;
import io.hongbi.grading.reading.ReadingTask;
import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SheetCamera;
import io.hongbi.grading.simulation.SheetFilling;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** One printed page on trial: looked at, filled in several times, photographed, read, compared. */
final class PageTrial {

    private static final int LONGER_SIDE_PX = 2016;

    /** As a careful student photographs, three ways. */
    private static final List<Rung> VIEWS = List.of(Rung.PLAIN, Rung.TILTED_6, Rung.SOFT_SHADOW);

    private static final int BLANK = -1;
    private static final int ATTEMPTS = 3;

    private final SheetCamera camera = new SheetCamera(LONGER_SIDE_PX);
    private final SheetLayout layout;
    private final SheetPage page;
    private final PageImage print;
    private final PageReader reader;

    PageTrial(SheetLayout layout, SheetPage page, PageImage print, PageReader reader) {
        this.layout = layout;
        this.page = page;
        this.print = print;
        this.reader = reader;
    }

    /**
     * Where the page is not as the layout says, or does not come back as it was filled in.
     *
     * @param most how often to fill it in, at most
     */
    List<Difference> differences(int most) {
        var found = PrintCheck.of(page, print);
        int trials = Math.min(most, TrialAnswers.needed(page));
        for (int trial = BLANK; trial < trials && found.isEmpty(); trial++) {
            found = lasting(trial, trials);
        }
        return found;
    }

    /**
     * What differs however often it is tried: one slip is the reader's, three at one place are the
     * sheet's.
     */
    private List<Difference> lasting(int trial, int trials) {
        var found = attempt(trial, trials, 0);
        for (int attempt = 1; attempt < ATTEMPTS && !found.isEmpty(); attempt++) {
            var again = attempt(trial, trials, attempt);
            found = found.stream().filter(one -> isAmong(again, one)).toList();
        }
        return found;
    }

    private static boolean isAmong(List<Difference> differences, Difference one) {
        return differences.stream().anyMatch(two -> Objects.equals(one.itemId(), two.itemId()));
    }

    private List<Difference> attempt(int trial, int trials, int attempt) {
        var answers =
                trial == BLANK
                        ? TrialAnswers.blank()
                        : TrialAnswers.of(page, trial, trials, attempt);
        var random = new Random(ATTEMPTS * (page.number() * 100L + trial) + attempt);
        try (var copy = print.copy()) {
            SheetFilling.asWanted(page, copy, answers.responses(), answers.studentNumber(), random);
            var view = VIEWS.get((trial + attempt + 1) % VIEWS.size());
            var photo = camera.photograph(copy, page, layout.paper(), view, random);
            var reading = reader.read(photo, ReadingTask.of(layout)).reading();
            return TrialComparison.of(page, answers, reading);
        }
    }
}
