package io.hongbi.grading.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.layout.Box;
import io.hongbi.grading.photo.Raster;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Boxes on a made-up photo of 8 pixels a millimetre, its ink at half that size. */
class BoxInkTest {

    private static final int PX_PER_MM = 8;
    private static final int SIZE_MM = 40;
    private static final Box BOX = new Box(10, 10, 8, 10);
    private static final Homography FLAT = new Homography(8, 0, 0, 0, 8, 0, 0, 0);

    private final Raster photo = new Raster();
    private final Raster missing = new Raster();
    private final byte[] grey = new byte[square(SIZE_MM * PX_PER_MM)];
    private final byte[] ink = new byte[square(SIZE_MM * PX_PER_MM / 2)];

    @BeforeEach
    void layPaper() {
        Arrays.fill(grey, (byte) 230);
    }

    @AfterEach
    void closeRasters() {
        photo.close();
        missing.close();
    }

    @Test
    void isUntouchedWhereNothingStands() {
        assertThat(boxInk().untouched(BOX)).isTrue();
    }

    @Test
    void isTouchedByASpeckOrAPaleStroke() {
        write(13, 14, 0.6, 0.6, 60);
        assertThat(boxInk().untouched(BOX)).isFalse();

        Arrays.fill(ink, (byte) 0);
        write(14, 12, 0.3, 6, 25);
        assertThat(boxInk().untouched(BOX)).isFalse();
    }

    @Test
    void isTouchedWhereItIsBlackAllOverAndPassesForPaper() {
        for (int y = 10 * PX_PER_MM; y < 20 * PX_PER_MM; y++) {
            int row = y * SIZE_MM * PX_PER_MM;
            Arrays.fill(grey, row + 10 * PX_PER_MM, row + 18 * PX_PER_MM, (byte) 40);
        }

        assertThat(boxInk().untouched(BOX)).isFalse();
    }

    @Test
    void findsInkBesideBoxesButNotThePrintOfOthers() {
        var second = new Box(19, 10, 8, 10);
        var below = new Box(10, 21.4, 8, 10);
        write(28.2, 12, 0.6, 5, 150); // a stroke right of the second
        write(10, 21.2, 8, 0.4, 230); // the upper line of the box below

        double found = margin().inkMm2(List.of(BOX, second), List.of(BOX, second, below));

        assertThat(found).isGreaterThan(2);
        assertThat(margin().inkMm2(List.of(BOX), List.of(BOX, second, below))).isZero();
        assertThat(margin().inkMm2(List.of(BOX), List.of(BOX))).isPositive();
    }

    private void write(double xMm, double yMm, double widthMm, double heightMm, int missingLight) {
        int pixels = PX_PER_MM / 2;
        for (int y = (int) (yMm * pixels); y < (yMm + heightMm) * pixels; y++) {
            for (int x = (int) (xMm * pixels); x < (xMm + widthMm) * pixels; x++) {
                ink[y * SIZE_MM * pixels + x] = (byte) missingLight;
            }
        }
    }

    private BoxInk boxInk() {
        var field = field();
        return new BoxInk(field, FLAT, new LocalField(new FrameScore(field, FLAT), 0.1), 0.9);
    }

    private BoxMargin margin() {
        var field = field();
        return new BoxMargin(field, FLAT, new LocalField(new FrameScore(field, FLAT), 0.1), 0.9);
    }

    private InkField field() {
        photo.fill(SIZE_MM * PX_PER_MM, SIZE_MM * PX_PER_MM, grey);
        missing.fill(SIZE_MM * PX_PER_MM / 2, SIZE_MM * PX_PER_MM / 2, ink);
        var field = new InkField();
        field.take(photo);
        field.takeInk(missing);
        return field;
    }

    private static int square(int side) {
        return side * side;
    }
}
