package io.hongbi.grading.sheet;

/** Solves small systems of linear equations by Gaussian elimination with partial pivoting. */
final class LinearSystem {

    private LinearSystem() {}

    /**
     * Solves in place.
     *
     * @param rows n rows of n coefficients and the right side
     * @return the unknowns; not finite where the system is singular
     */
    static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int column = 0; column < n; column++) {
            swap(rows, column, pivot(rows, column));
            for (int row = column + 1; row < n; row++) {
                double factor = rows[row][column] / rows[column][column];
                for (int i = column; i <= n; i++) {
                    rows[row][i] -= factor * rows[column][i];
                }
            }
        }
        var unknowns = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = rows[row][n];
            for (int i = row + 1; i < n; i++) {
                rest -= rows[row][i] * unknowns[i];
            }
            unknowns[row] = rest / rows[row][row];
        }
        return unknowns;
    }

    private static int pivot(double[][] rows, int column) {
        int best = column;
        for (int row = column + 1; row < rows.length; row++) {
            if (Math.abs(rows[row][column]) > Math.abs(rows[best][column])) {
                best = row;
            }
        }
        return best;
    }

    private static void swap(double[][] rows, int one, int other) {
        var row = rows[one];
        rows[one] = rows[other];
        rows[other] = row;
    }
}
