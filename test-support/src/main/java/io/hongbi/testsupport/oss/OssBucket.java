package io.hongbi.testsupport.oss;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The emulated bucket: objects in memory, and the calls on them once they are known as signed. */
final class OssBucket {

    private final String name;
    private final Clock clock;
    private final ConcurrentSkipListMap<String, EmulatedObject> objects =
            new ConcurrentSkipListMap<>();
    private final AtomicBoolean damageNextPut = new AtomicBoolean();
    private final AtomicBoolean damageNextGet = new AtomicBoolean();

    OssBucket(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    int size() {
        return objects.size();
    }

    void damageNextPut() {
        damageNextPut.set(true);
    }

    void damageNextGet() {
        damageNextGet.set(true);
    }

    void put(OssRequest request, byte[] content, HttpServletResponse response) throws OssRefusal {
        var object = object(request, damageNextPut.getAndSet(false) ? damaged(content) : content);
        String md5 = request.header("content-md5");
        if (md5 != null && !md5.equals(object.contentMd5())) {
            throw new OssRefusal(
                    400, "InvalidDigest", "The Content-MD5 you specified was invalid.");
        }
        if ("true".equals(request.header("x-oss-forbid-overwrite"))) {
            if (objects.putIfAbsent(request.key(), object) != null) {
                throw new OssRefusal(
                        409,
                        "FileAlreadyExists",
                        "The object you specified already exists and can not be overwritten.");
            }
        } else {
            objects.put(request.key(), object);
        }
        response.setHeader("ETag", object.etag());
        response.setHeader("Content-MD5", object.contentMd5());
        response.setHeader("x-oss-hash-crc64ecma", object.crc64());
    }

    private EmulatedObject object(OssRequest request, byte[] content) {
        var meta =
                request.headers().entrySet().stream()
                        .filter(header -> header.getKey().startsWith("x-oss-meta-"))
                        .collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue()));
        String type = request.headers().getOrDefault("content-type", "application/octet-stream");
        return EmulatedObject.of(
                content, type, meta, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    void get(OssRequest request, HttpServletResponse response) throws OssRefusal, IOException {
        var object = known(request);
        var range = ByteRange.of(request, object.content().length);
        describe(object, response);
        byte[] content =
                damageNextGet.getAndSet(false) ? damaged(object.content()) : object.content();
        if (range == null) {
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        } else {
            response.setStatus(206);
            response.setHeader(
                    "Content-Range",
                    "bytes %d-%d/%d".formatted(range.first(), range.last(), content.length));
            response.setContentLength(range.length());
            response.getOutputStream().write(content, range.first(), range.length());
        }
    }

    void head(OssRequest request, HttpServletResponse response) throws OssRefusal {
        var object = known(request);
        describe(object, response);
        response.setContentLength(object.content().length);
    }

    void delete(OssRequest request, HttpServletResponse response) {
        objects.remove(request.key());
        response.setStatus(204);
    }

    String list(OssRequest request) throws OssRefusal {
        return new OssListing(name, objects).answer(request);
    }

    private EmulatedObject known(OssRequest request) throws OssRefusal {
        var object = objects.get(request.key());
        if (object == null) {
            throw new OssRefusal(404, "NoSuchKey", "The specified key does not exist.");
        }
        return object;
    }

    private static void describe(EmulatedObject object, HttpServletResponse response) {
        response.setContentType(object.contentType());
        response.setHeader("ETag", object.etag());
        response.setDateHeader("Last-Modified", object.storedAt().toEpochMilli());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("x-oss-object-type", "Normal");
        response.setHeader("x-oss-hash-crc64ecma", object.crc64());
        object.meta().forEach(response::setHeader);
    }

    private static byte[] damaged(byte[] content) {
        byte[] damaged = Arrays.copyOf(content, content.length);
        if (damaged.length > 0) {
            damaged[damaged.length / 2] ^= 1;
        }
        return damaged;
    }
}
