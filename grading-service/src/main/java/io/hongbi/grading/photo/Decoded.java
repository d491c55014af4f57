package io.hongbi.grading.photo;

import io.hongbi.common.reading.Photo;

/** What comes of decoding a file: a photo, or nothing that could be read. */
public sealed interface Decoded {

    /**
     * The photo stands upright in {@code grey}.
     *
     * @param photo its size and orientation as they are in the file
     * @param grey the photo, at full size or a whole fraction of it; the decoder's own, valid until
     *     it decodes the next
     */
    record Upright(Photo photo, Raster grey) implements Decoded {}

    /** No codec reads the file, or it is broken off; the photo has to be taken again. */
    record Unreadable() implements Decoded {}
}
