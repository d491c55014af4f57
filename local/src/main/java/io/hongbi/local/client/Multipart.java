package io.hongbi.local.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Photos as a form, each in a part of the same name (RFC 7578). */
public final class Multipart {

    public static final String TYPE = "multipart/form-data; boundary=hongbi-photo-boundary";
    private static final String BOUNDARY = "--hongbi-photo-boundary";

    private Multipart() {}

    /** The body of a request with the header {@link #TYPE}. */
    public static byte[] of(String part, List<Photo> photos) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Photo photo : photos) {
            String head =
                    """
                    %s
                    Content-Disposition: form-data; name="%s"; filename="%s"
                    Content-Type: image/jpeg

                    """
                            .formatted(BOUNDARY, part, photo.name())
                            .replace("\n", "\r\n");
            out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            out.writeBytes(photo.bytes());
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes((BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
