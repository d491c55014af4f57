package io.hongbi.submission.marking;

import io.hongbi.common.reading.Item.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What all photos of a submission together show of an item. */
sealed interface Observation {

    /** So many that rounding makes nothing complete that the reader calls partial. */
    int SHARE_PLACES = 4;

    Comparator<Sighting> BY_PAGE =
            Comparator.comparingInt(Sighting::page)
                    .thenComparing(Sighting::state)
                    .thenComparing(
                            Sighting::response, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * One photo shows it, or all that do agree.
     *
     * @param notRight whether it is surely not the right response, whatever it says exactly
     */
    record Seen(int page, State state, @Nullable String response, boolean notRight)
            implements Observation {}

    /**
     * Photos do not agree.
     *
     * @param pages of the submission, at least one
     */
    record Differing(List<Integer> pages) implements Observation {}

    /** No photo shows it. */
    record Unseen() implements Observation {}

    static Observation of(AskedItem item, Collection<Sighting> sightings) {
        var sorted =
                sightings.size() < 2 // of most items: there is one photo of each page
                        ? List.copyOf(sightings)
                        : sightings.stream().distinct().sorted(BY_PAGE).toList();
        if (sorted.isEmpty()) {
            return new Unseen();
        }
        if (item.kind() == AskedItem.Kind.COMPLETION) {
            return overall(sorted);
        }
        var first = item.kind() == AskedItem.Kind.FREE ? written(sorted) : sorted.getFirst();
        if (item.kind() == AskedItem.Kind.FREE || sorted.stream().allMatch(s -> agree(s, first))) {
            boolean notRight = sorted.stream().allMatch(Sighting::notRight);
            return new Seen(first.page(), first.state(), first.response(), notRight);
        }
        return new Differing(sorted.stream().map(Sighting::page).distinct().toList());
    }

    /** The number of the first photo that shows it; null where none does. */
    default @Nullable Integer firstPage() {
        return switch (this) {
            case Seen(var page, _, _, _) -> page;
            case Differing(var pages) -> pages.getFirst();
            case Unseen() -> null;
        };
    }

    /** Null where there is none, or no single one. */
    default @Nullable String answer() {
        return this instanceof Seen(_, _, var response, _) ? response : null;
    }

    /** Of notes the mean of all photos, which is as certain as the least certain of them. */
    private static Observation overall(List<Sighting> sorted) {
        var shares =
                sorted.stream()
                        .map(Sighting::response)
                        .filter(Objects::nonNull)
                        .map(BigDecimal::new)
                        .toList();
        boolean certain = sorted.stream().allMatch(sighting -> sighting.state() == State.OK);
        var mean =
                shares.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(
                                BigDecimal.valueOf(Math.max(1, shares.size())),
                                SHARE_PLACES,
                                RoundingMode.HALF_UP);
        return new Seen(
                sorted.getFirst().page(),
                certain ? State.OK : State.DOUBTFUL,
                shares.isEmpty() ? null : mean.stripTrailingZeros().toPlainString(),
                false);
    }

    /** A teacher looks at a free answer anyway: at the photo that shows one, if any does. */
    private static Sighting written(List<Sighting> sorted) {
        return sorted.stream()
                .filter(sighting -> sighting.state() != State.BLANK)
                .findFirst()
                .orElse(sorted.getFirst());
    }

    private static boolean agree(Sighting one, Sighting other) {
        return one.state() == other.state() && Objects.equals(one.response(), other.response());
    }
}
