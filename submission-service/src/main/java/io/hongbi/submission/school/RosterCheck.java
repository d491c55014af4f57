package io.hongbi.submission.school;

import io.hongbi.submission.school.RosterReport.Reason;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Sorts the lines of a roster into those that can be imported and those that are wrong. */
final class RosterCheck {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");
    private static final int LONGEST_NAME = 100;

    private RosterCheck() {}

    /**
     * @param entries in the order of the file, each number once
     */
    record Checked(List<Entry> entries, List<Fault> faults) {}

    record Entry(long line, String number, String name) {}

    record Fault(long line, Reason reason) {}

    static Checked check(List<RosterFile.Row> rows) {
        var entries = new ArrayList<Entry>();
        var faults = new ArrayList<Fault>();
        var numbers = new HashSet<String>();
        for (var row : rows) {
            var entry = new Entry(row.line(), normal(row.number()), normal(row.name()));
            switch (verdict(entry, numbers)) {
                case Verdict.Fine() -> entries.add(entry);
                case Verdict.Wrong(var reason) -> faults.add(new Fault(row.line(), reason));
            }
        }
        return new Checked(entries, faults);
    }

    private sealed interface Verdict {
        record Fine() implements Verdict {}

        record Wrong(Reason reason) implements Verdict {}
    }

    private static Verdict verdict(Entry entry, Set<String> numbers) {
        if (entry.number().isEmpty()) {
            return new Verdict.Wrong(Reason.NO_NUMBER);
        }
        if (!NUMBER.matcher(entry.number()).matches()) { // 2.02601E+11 among them
            return new Verdict.Wrong(Reason.BAD_NUMBER);
        }
        if (entry.name().isEmpty()) {
            return new Verdict.Wrong(Reason.NO_NAME);
        }
        if (entry.name().length() > LONGEST_NAME
                || entry.name().chars().anyMatch(Character::isISOControl)) {
            return new Verdict.Wrong(Reason.BAD_NAME);
        }
        return numbers.add(entry.number().toLowerCase(Locale.ROOT)) // as the sign-in name
                ? new Verdict.Fine()
                : new Verdict.Wrong(Reason.REPEATED);
    }

    /** Full-width digits and letters become plain ones, wide spaces go. */
    private static String normal(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }
}
