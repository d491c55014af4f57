package io.hongbi.common.layout;

/**
 * An ArUco marker of the dictionary DICT_4X4_50 (OpenCV), black border included, upright.
 *
 * @param id 0 top left, 1 top right, 2 bottom right, 3 bottom left
 * @param xMm left side of its black border
 * @param yMm upper side of its black border
 * @param sizeMm side of its black border, six modules
 */
public record Fiducial(int id, double xMm, double yMm, double sizeMm) {

    public Fiducial {
        if (id < 0 || id > 3) {
            throw new IllegalArgumentException("A sheet has the fiducials 0 to 3, was " + id);
        }
        new Box(xMm, yMm, sizeMm, sizeMm);
    }

    public Box box() {
        return new Box(xMm, yMm, sizeMm, sizeMm);
    }
}
