package io.hongbi.common.reading;

/**
 * The photo as stored.
 *
 * @param width pixels of the upright photo, EXIF applied
 * @param height pixels of the upright photo, EXIF applied
 * @param orientation the EXIF orientation of the file, 1 to 8
 */
public record Photo(int width, int height, int orientation) {

    public Photo {
        if (width < 1 || height < 1 || orientation < 1 || orientation > 8) {
            throw new IllegalArgumentException(
                    "A photo has pixels and an orientation from 1 to 8, was "
                            + width
                            + "x"
                            + height
                            + ", "
                            + orientation);
        }
    }
}
