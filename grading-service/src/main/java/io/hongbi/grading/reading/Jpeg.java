package io.hongbi.grading.reading;

/** The bytes of a JPEG file. */
public final class Jpeg {

    private final byte[] bytes;

    /** Takes the array over; the caller must not change it afterwards. */
    public Jpeg(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The file, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
