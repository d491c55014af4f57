package io.hongbi.testsupport.oss;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The bodies that OSS answers with. */
final class OssXml {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'.000Z'").withZone(ZoneOffset.UTC);

    private OssXml() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String document(String root) {
        return HEAD + root;
    }

    static String error(OssRefusal refusal, String requestId, String host, Instant now) {
        return document(
                """
                <Error><Code>%s</Code><Message>%s</Message><RequestId>%s</RequestId>\
                <HostId>%s</HostId><ServerTime>%s</ServerTime></Error>\
                """
                        .formatted(
                                refusal.code(),
                                escaped(refusal.text()),
                                requestId,
                                escaped(host),
                                time(now)));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
