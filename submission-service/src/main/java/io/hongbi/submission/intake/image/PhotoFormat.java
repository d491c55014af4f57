package io.hongbi.submission.intake.image;

/** The formats that are taken, recognised by their first bytes and never by what a client says. */
public enum PhotoFormat {
    JPEG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    WEBP("webp", "image/webp");

    private final String extension;
    private final String contentType;

    PhotoFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** Of file names, without a dot. */
    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }
}
