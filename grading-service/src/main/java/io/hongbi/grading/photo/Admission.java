package io.hongbi.grading.photo;

/** Whether a file is worth decoding, told from its first bytes. */
public enum Admission {
    /** A JPEG, PNG or WebP of at most 60 megapixels by its header. */
    ADMITTED,
    /** No JPEG, PNG or WebP. */
    UNSUPPORTED,
    /** Broken off before its size, or of more than 60 megapixels. */
    UNREADABLE;

    /** Looks at a file without decoding it. */
    public static Admission of(byte[] file) {
        if (!PhotoFile.isSupported(file)) {
            return UNSUPPORTED;
        }
        return PhotoFile.of(file).filter(PhotoFile::small).isPresent() ? ADMITTED : UNREADABLE;
    }
}
