package io.hongbi.local.demo;

import io.hongbi.local.client.Submission;
import io.hongbi.local.client.Submission.Reading;
import java.util.Locale;

/** One sample in a line of the terminal. */
final class Line {

    static final String HEAD =
            "  %-26s %-13s %-26s %-10s %-18s %-8s %s"
                    .formatted(
                            "PHOTO", "STATE", "QUALITY", "HOMEWORK", "COMPLETION", "SCORE", "MS");

    private Line() {}

    static String of(Shown shown) {
        return "  %-26s %-13s %-26s %-10s %-18s %-8s %d"
                .formatted(
                        shown.photo().name(),
                        shown.state(),
                        quality(shown),
                        homework(shown),
                        completion(shown),
                        score(shown),
                        shown.toReading().toMillis());
    }

    static String score(Shown shown) {
        return shown.submission()
                .map(Submission::score)
                .map(score -> score.value().toPlainString() + " / " + score.max().toPlainString())
                .orElse("-");
    }

    static String quality(Shown shown) {
        Reading reading = shown.reading();
        if (reading == null) {
            return "-";
        }
        String reasons = String.join(" ", reading.quality().reasons());
        return (reading.quality().verdict() + " " + reasons).strip();
    }

    static String homework(Shown shown) {
        Reading reading = shown.reading();
        Submission.Homework homework = reading == null ? null : reading.homework();
        return homework == null
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        homework.value() ? "yes" : "no",
                        homework.confidence());
    }

    static String completion(Shown shown) {
        Reading reading = shown.reading();
        Submission.Completion completion = reading == null ? null : reading.completion();
        return completion == null
                ? "-"
                : String.format(
                        Locale.ROOT, "%s %.0f %%", completion.value(), completion.share() * 100);
    }
}
