package io.hongbi.submission.worksheet.print;

/**
 * The markers 0 to 3 of OpenCV's dictionary DICT_4X4_50 (S. Garrido-Jurado et al., Pattern
 * Recognition 2014): a black border one module wide around 4 x 4 modules.
 */
final class Aruco {

    static final int MODULES = 6;

    /** Row by row from the top left, the highest bit first; 1 is white. */
    private static final int[] PATTERNS = {
        0b1011_0101_0011_0010, 0b0000_1111_1001_1010, 0b0011_0011_0010_1101, 0b1001_1001_0100_0110
    };

    private Aruco() {}

    static boolean isBlack(int id, int row, int column) {
        if (row < 1 || row > 4 || column < 1 || column > 4) {
            return true;
        }
        int bit = 15 - ((row - 1) * 4 + column - 1);
        return (PATTERNS[id] >> bit & 1) == 0;
    }
}
