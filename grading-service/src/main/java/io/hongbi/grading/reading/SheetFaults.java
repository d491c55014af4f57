package io.hongbi.grading.reading;

import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.grading.photo.Appearance;
import io.hongbi.grading.sheet.SheetOutcome;
import io.hongbi.grading.sheet.SheetOutcome.Cause;
import java.util.ArrayList;
import java.util.List;

/** Tells why the photo of a worksheet has to be taken again; a fault counts if it costs answers. */
final class SheetFaults {

    /** With more answers in doubt than this a better photo is worth the student's minute. */
    private static final double DOUBTFUL = 0.25;

    /**
     * Sharp enough for handwriting, but not for a code of half-millimetre modules: blurred by a
     * 700th of the longer side the ladder's sheets measure 0.59 to 0.63, by a 1500th 0.78 and more.
     */
    private static final double SHARP_ENOUGH_FOR_CODES = 0.7;

    private SheetFaults() {}

    /**
     * The reasons, what the student can mend first; empty where the photo serves.
     *
     * @param items empty where no sheet was found
     */
    static List<Reason> of(
            Appearance appearance, SheetOutcome outcome, List<Item> items, Homework homework) {
        return switch (outcome) {
            case SheetOutcome.Found _ -> doubtful(items) ? appearance.faults() : List.of();
            case SheetOutcome.WrongSheet() -> List.of(Reason.WRONG_SHEET);
            case SheetOutcome.Unreadable(var cause) -> unreadable(cause, appearance, homework);
        };
    }

    /** A free answer is for the teacher, however well it can be read. */
    private static boolean doubtful(List<Item> items) {
        var read = items.stream().filter(item -> item.kind() != Kind.FREE).toList();
        long doubtful = read.stream().filter(item -> item.state() == State.DOUBTFUL).count();
        return doubtful > DOUBTFUL * read.size();
    }

    /** What is wrong with the photo explains why the sheet was not found. */
    private static List<Reason> unreadable(Cause cause, Appearance appearance, Homework homework) {
        if (cause == Cause.MIRRORED || cause == Cause.SEVERAL_SHEETS) {
            return List.of(Reason.UNREADABLE); // seen well enough to know
        }
        var reasons = new ArrayList<>(appearance.faults());
        if (cause == Cause.NO_SHEET && Verdict.noHomework(homework)) {
            reasons.add(Reason.NOT_HOMEWORK); // last: of what is blurred little can be told
        }
        if (reasons.isEmpty()) {
            boolean blurred = appearance.sharpness() < SHARP_ENOUGH_FOR_CODES;
            reasons.add(blurred ? Reason.BLURRED : reason(cause));
        }
        return reasons;
    }

    private static Reason reason(Cause cause) {
        return switch (cause) {
            case NO_SHEET -> Reason.WRONG_SHEET;
            case CUT_OFF -> Reason.CUT_OFF;
            case MIRRORED, SEVERAL_SHEETS, CODE_UNREADABLE, FRAMES_NOT_FOUND -> Reason.UNREADABLE;
        };
    }
}
