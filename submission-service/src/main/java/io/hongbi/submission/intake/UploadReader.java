package io.hongbi.submission.intake;

import io.hongbi.submission.intake.IntakeRefusal.Malformed;
import io.hongbi.submission.intake.IntakeRefusal.NoPages;
import io.hongbi.submission.intake.IntakeRefusal.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * Reads a multipart form as it comes in, straight into the spool. The servlet API would keep whole
 * parts before anyone could refuse one, so this uses the streaming reader that Tomcat brings along.
 */
final class UploadReader {

    private static final int PART_HEADER_BYTES = 4096;
    private static final long FORM_BYTES = 64 * 1024;

    private final Spool spool;
    private final long maxPageBytes;

    UploadReader(Spool spool, long maxPageBytes) {
        this.spool = spool;
        this.maxPageBytes = maxPageBytes;
    }

    /**
     * Spools the parts of that name in the order of the form; others are passed over.
     *
     * @throws Refused if there is none, one is empty, or too much comes
     * @throws SpoolFull if the budget or the disk is used up
     */
    Upload read(HttpServletRequest request, String part, int maxPages) {
        List<SpooledFile> files = new ArrayList<>();
        try {
            var parts = open(request, maxPages);
            while (parts.hasNext()) {
                var item = parts.next();
                if (part.equals(item.getFieldName())) {
                    if (files.size() == maxPages) {
                        throw new Refused(new TooLarge());
                    }
                    try (var content = item.openStream()) {
                        files.add(spool.receive(content, maxPageBytes));
                    }
                }
            }
            return complete(files);
        } catch (IOException e) {
            files.forEach(SpooledFile::close);
            throw new Refused(isTooLarge(e) ? new TooLarge() : new Malformed());
        } catch (RuntimeException e) {
            files.forEach(SpooledFile::close);
            throw e;
        }
    }

    private FileItemIterator open(HttpServletRequest request, int maxPages) throws IOException {
        var form = new FileUpload();
        form.setPartHeaderSizeMax(PART_HEADER_BYTES);
        form.setSizeMax(maxPages * (maxPageBytes + PART_HEADER_BYTES) + FORM_BYTES);
        return form.getItemIterator(new ServletRequestContext(request));
    }

    private static Upload complete(List<SpooledFile> files) {
        if (files.isEmpty() || files.stream().anyMatch(file -> file.bytes() == 0)) {
            throw new Refused(new NoPages());
        }
        return new Upload(files);
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SizeException) {
                return true;
            }
        }
        return false;
    }
}
