package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.common.reading.SheetIdentity.FilledNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SheetOwnerTest {

    private static final SheetOwner OWNER = new SheetOwner("1001", 8);

    @ParameterizedTest
    @CsvSource({
        ",, false",
        "1001,, false",
        ",1001, false",
        "1001,00001001, false",
        "1002,, true",
        ",1002, true",
        "1001,1002, true",
        "1002,1001, true",
        ",0, true"
    })
    void objectsWhereCertainNumbersDiffer(
            @Nullable String printed, @Nullable String filled, boolean objects) {
        assertThat(OWNER.objectsTo(sheet(printed, filled, State.OK))).isEqualTo(objects);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"OK", "BLANK"},
            mode = EnumSource.Mode.EXCLUDE)
    void neverObjectsToANumberThatIsNotCertain(State state) {
        assertThat(OWNER.objectsTo(sheet(null, "1002", state))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"A-17, 8", ", 8"})
    void comparesNoNumberThatCannotBeFilledIn(@Nullable String own, int digits) {
        var owner = new SheetOwner(own, digits);

        assertThat(owner.objectsTo(sheet(null, "1002", State.OK))).isFalse();
    }

    @Test
    void comparesTheLastDigitsWhereTheSheetHasRoomForNoMore() {
        var owner = new SheetOwner("20260017", 4);

        assertThat(owner.objectsTo(sheet(null, "0017", State.OK))).isFalse();
        assertThat(owner.objectsTo(sheet(null, "17", State.OK))).isFalse();
        assertThat(owner.objectsTo(sheet("20260017", "0017", State.OK))).isFalse();
        assertThat(owner.objectsTo(sheet(null, "0018", State.OK))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"A-17, 8", "100001, 4", ", 8", "1002, 0"})
    void objectsToACopyPrintedForSomebodyElse(@Nullable String own, int digits) {
        assertThat(new SheetOwner(own, digits).objectsTo(sheet("1001", null, State.OK))).isTrue();
    }

    @Test
    void takesZerosOnAPrintedCopyForWhatTheyAre() {
        assertThat(new SheetOwner("7", 8).objectsTo(sheet("007", null, State.OK))).isTrue();
        assertThat(new SheetOwner("007", 8).objectsTo(sheet("007", "7", State.OK))).isFalse();
    }

    @Test
    void hasNothingAgainstASheetThatDoesNotAsk() {
        var owner = new SheetOwner("1001", 0);

        assertThat(owner.objectsTo(new SheetIdentity(1, null, null))).isFalse();
        assertThat(owner.objectsTo(new SheetIdentity(1, "1001", null))).isFalse();
    }

    private static SheetIdentity sheet(
            @Nullable String printed, @Nullable String filled, State state) {
        return new SheetIdentity(
                1,
                printed,
                new FilledNumber(
                        filled, filled == null ? State.BLANK : state, new Confidence(0.9)));
    }
}
