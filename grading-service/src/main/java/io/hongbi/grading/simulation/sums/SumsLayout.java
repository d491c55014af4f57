package io.hongbi.grading.simulation.sums;

/**
 * How a page of sums is laid out, and how it was answered.
 *
 * @param columns 1 to 4
 * @param rows so many that they stay apart: 1 to 50
 * @param digitMm height of the printed digits
 * @param right share of the answers that are right
 * @param blank share of the sums that are not answered
 */
public record SumsLayout(int columns, int rows, double digitMm, double right, double blank) {

    public SumsLayout {
        if (columns < 1 || columns > 4 || rows < 1 || rows > 50) {
            throw new IllegalArgumentException("A page has 1 to 4 columns and 1 to 50 rows");
        }
    }

    /** Three columns of twenty, as schools print them; nearly all answered, most of it right. */
    public static SumsLayout usual() {
        return new SumsLayout(3, 20, 3.4, 0.8, 0.05);
    }

    /** The same with other shares of right answers and of sums left out. */
    public SumsLayout answered(double right, double blank) {
        return new SumsLayout(columns, rows, digitMm, right, blank);
    }

    int sums() {
        return columns * rows;
    }
}
