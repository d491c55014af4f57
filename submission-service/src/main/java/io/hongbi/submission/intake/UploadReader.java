package io.hongbi.submission.intake;

import io.hongbi.submission.intake.IntakeRefusal.Malformed;
import io.hongbi.submission.intake.IntakeRefusal.NoPages;
import io.hongbi.submission.intake.IntakeRefusal.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/**
 * Reads a multipart form as it comes in, straight into the spool. The servlet API would keep whole
 * parts before anyone could refuse one, so this uses Jetty's parser, which skips through a photo
 * instead of looking at each of its bytes.
 */
final class UploadReader {

    private static final int PIECE = 64 * 1024;
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
        long mostBytes = maxPages * (maxPageBytes + PART_HEADER_BYTES) + FORM_BYTES;
        if (request.getContentLengthLong() > mostBytes) {
            throw new Refused(new TooLarge());
        }
        try (var parts = new SpooledParts(spool, part, maxPages, maxPageBytes)) {
            parse(request.getInputStream(), parser(request, parts), parts, mostBytes);
            return new Upload(complete(parts));
        } catch (IOException e) {
            throw new Refused(new Malformed());
        }
    }

    private static MultiPart.Parser parser(HttpServletRequest request, SpooledParts parts) {
        var boundary = MultiPart.extractBoundary(request.getContentType());
        if (boundary == null) {
            throw new Refused(new Malformed());
        }
        var parser = new MultiPart.Parser(boundary, parts);
        parser.setPartHeadersMaxLength(PART_HEADER_BYTES);
        return parser;
    }

    private static void parse(
            InputStream body, MultiPart.Parser parser, SpooledParts parts, long mostBytes)
            throws IOException {
        var piece = new byte[PIECE];
        long bytes = 0;
        for (int n = body.readNBytes(piece, 0, PIECE);
                n > 0;
                n = body.readNBytes(piece, 0, PIECE)) {
            bytes += n;
            if (bytes > mostBytes) {
                throw new Refused(new TooLarge());
            }
            parser.parse(Content.Chunk.from(ByteBuffer.wrap(piece, 0, n), false));
            parts.throwFailure();
        }
        parser.parse(Content.Chunk.EOF);
        parts.throwFailure();
    }

    private static List<SpooledFile> complete(SpooledParts parts) {
        if (parts.files().isEmpty() || parts.files().stream().anyMatch(file -> file.bytes() == 0)) {
            throw new Refused(new NoPages());
        }
        return parts.handOver();
    }
}
