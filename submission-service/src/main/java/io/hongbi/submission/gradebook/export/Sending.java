package io.hongbi.submission.gradebook.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends a file while it is written. */
final class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int BUFFER = 1 << 16;

    private Sending() {}

    /** Writes the whole file; the stream stays open. */
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * A failure before the first bytes are out is answered as any other; after that the connection
     * is cut, so that half a file is never taken for a whole one. Who reads no more is left alone.
     */
    static void file(HttpServletResponse response, String name, String type, Content content) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try {
            var out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            content.write(out);
            out.flush();
        } catch (IOException e) {
            log.debug("A file was not read to its end", e);
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw new CutShort(e);
            }
            response.resetBuffer();
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
            throw e;
        }
    }
}
