package io.hongbi.submission.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.submission.Http;
import io.hongbi.submission.Http.Reply;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;

/** A multipart form as browsers send it. */
public final class Form {

    private static final String BOUNDARY = "----hongbi-test-boundary";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A form with one part of that name per file. */
    public static Form of(String name, byte[]... files) {
        var form = new Form();
        for (byte[] file : files) {
            form.part(name, file);
        }
        return form;
    }

    public Form part(String name, byte[] file) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\";");
        write(" filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n");
        body.writeBytes(file);
        write("\r\n");
        return this;
    }

    public Reply send(Http http, String method, String path) {
        write("--" + BOUNDARY + "--\r\n");
        return http.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .send(method, path, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(UTF_8));
    }
}
