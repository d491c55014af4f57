package io.hongbi.submission.intake.image;

import io.hongbi.submission.intake.image.Inspection.Sound;
import io.hongbi.submission.intake.image.Inspection.Unreadable;
import io.hongbi.submission.intake.image.Inspection.Unreadable.Reason;
import io.hongbi.submission.intake.image.Inspection.Unsupported;
import io.hongbi.submission.intake.image.Inspection.Unsupported.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Set;

/** Inspects a file: what it is, whether it is whole, how many pixels its headers promise. */
public final class PhotoInspection {

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif");

    private final long maxPixels;

    /**
     * @param maxPixels width times height beyond which a photo is refused unseen
     */
    public PhotoInspection(long maxPixels) {
        this.maxPixels = maxPixels;
    }

    public Inspection inspect(FileChannel file) throws IOException {
        var bytes = new PhotoBytes(file);
        try {
            if (bytes.has(0, "\u00FF\u00D8\u00FF")) {
                return bounded(new JpegWalk(bytes).walk());
            }
            if (bytes.has(0, "\u0089PNG\r\n\u001A\n")) {
                return bounded(new PngWalk(bytes, maxPixels).walk());
            }
            if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
                return bounded(new WebpWalk(bytes, maxPixels).walk());
            }
        } catch (UnusablePhoto e) {
            return new Unreadable(e.reason());
        }
        return new Unsupported(kindOf(bytes));
    }

    private Inspection bounded(Sound photo) {
        return (long) photo.width() * photo.height() > maxPixels
                ? new Unreadable(Reason.TOO_MANY_PIXELS)
                : photo;
    }

    private static Kind kindOf(PhotoBytes bytes) {
        if (bytes.has(0, "%PDF-")) {
            return Kind.PDF;
        }
        if (bytes.has(4, "ftyp") && bytes.size() >= 12 && HEIF_BRANDS.contains(bytes.ascii(8, 4))) {
            return Kind.HEIC;
        }
        return Kind.OTHER;
    }
}
