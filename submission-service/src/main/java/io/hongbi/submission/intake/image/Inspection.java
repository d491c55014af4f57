package io.hongbi.submission.intake.image;

/** What the bytes of an uploaded page turned out to be. */
public sealed interface Inspection {

    /**
     * A structurally whole photo.
     *
     * @param width pixels as coded, before any orientation is applied
     * @param height pixels as coded, before any orientation is applied
     * @param orientation of EXIF, 1 to 8
     * @param kept what remains of the file without the metadata that tells of people and places
     */
    record Sound(PhotoFormat format, int width, int height, int orientation, Pieces kept)
            implements Inspection {}

    /** Not a photo that is taken. */
    record Unsupported(Kind kind) implements Inspection {

        /** What it is instead, as far as there is particular advice for it. */
        public enum Kind {
            HEIC,
            PDF,
            OTHER
        }
    }

    /** A photo by its first bytes, which cannot be used. */
    record Unreadable(Reason reason) implements Inspection {

        /** What is wrong with it. */
        public enum Reason {
            TRUNCATED,
            BROKEN,
            TOO_MANY_PIXELS
        }
    }
}
