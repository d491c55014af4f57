package io.hongbi.testsupport.oss;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** An object of the emulated bucket. Its bytes are never changed. */
@SuppressWarnings("ArrayRecordComponent") // kept as it came; nobody compares these
record EmulatedObject(
        byte[] content,
        String crc64,
        byte[] md5,
        String contentType,
        Map<String, String> meta,
        Instant storedAt) {

    EmulatedObject {
        meta = Map.copyOf(meta);
    }

    static EmulatedObject of(
            byte[] content, String contentType, Map<String, String> meta, Instant storedAt) {
        return new EmulatedObject(
                content,
                Crc64.of(content),
                Hmac.digest("MD5", content),
                contentType,
                meta,
                storedAt);
    }

    String etag() {
        return "\"" + HexFormat.of().formatHex(md5).toUpperCase(Locale.ROOT) + "\"";
    }

    String contentMd5() {
        return Base64.getEncoder().encodeToString(md5);
    }
}
