package io.hongbi.grading.simulation;

/**
 * What came back of a number of cells.
 *
 * @param right as filled in, told for certain
 * @param doubtful asked about
 * @param retake on photos that were sent back
 * @param silentlyWrong told for certain, and not what was filled in
 */
public record Tally(int right, int doubtful, int retake, int silentlyWrong) {

    static final Tally NONE = new Tally(0, 0, 0, 0);
    static final Tally RIGHT = new Tally(1, 0, 0, 0);
    static final Tally DOUBTFUL = new Tally(0, 1, 0, 0);
    static final Tally RETAKE = new Tally(0, 0, 1, 0);
    static final Tally SILENTLY_WRONG = new Tally(0, 0, 0, 1);

    public int cells() {
        return right + doubtful + retake + silentlyWrong;
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                right + other.right,
                doubtful + other.doubtful,
                retake + other.retake,
                silentlyWrong + other.silentlyWrong);
    }
}
