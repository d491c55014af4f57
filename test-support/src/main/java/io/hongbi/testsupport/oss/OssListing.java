package io.hongbi.testsupport.oss;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Collectors;

/** Lists the bucket as ListObjects (version 1) and ListObjectsV2 do, without delimiters. */
final class OssListing {

    private static final String OWNER =
            "<Owner><ID>0022012</ID><DisplayName>0022012</DisplayName></Owner>";

    private final String bucket;
    private final NavigableMap<String, EmulatedObject> objects;

    OssListing(String bucket, NavigableMap<String, EmulatedObject> objects) {
        this.bucket = bucket;
        this.objects = objects;
    }

    String answer(OssRequest request) throws OssRefusal {
        if (request.parameter("delimiter") != null) {
            throw new OssRefusal(501, "NotImplemented", "Delimiters are not emulated.");
        }
        boolean v2 = "2".equals(request.parameter("list-type"));
        String after = v2 ? startOfV2(request) : request.query().getOrDefault("marker", "");
        String prefix = request.query().getOrDefault("prefix", "");
        int limit = limit(request.query().getOrDefault("max-keys", "100"));

        var found =
                objects.tailMap(after, false).entrySet().stream()
                        .filter(object -> object.getKey().startsWith(prefix))
                        .limit(limit + 1L)
                        .toList();
        boolean truncated = found.size() > limit;
        var shown = truncated ? found.subList(0, limit) : found;
        String contents =
                shown.stream()
                        .map(entry -> contents(entry, v2 ? "" : OWNER))
                        .collect(Collectors.joining());
        String last = shown.isEmpty() ? "" : shown.getLast().getKey();
        return "<ListBucketResult><Name>%s</Name><Prefix>%s</Prefix><MaxKeys>%d</MaxKeys>%s%s%s"
                        .formatted(
                                bucket,
                                OssXml.escaped(prefix),
                                limit,
                                "<IsTruncated>" + truncated + "</IsTruncated>",
                                v2 ? "<KeyCount>" + shown.size() + "</KeyCount>" : "",
                                truncated ? next(v2, last) : "")
                + contents
                + "</ListBucketResult>";
    }

    private static String next(boolean v2, String last) {
        return v2
                ? "<NextContinuationToken>%s</NextContinuationToken>"
                        .formatted(Base64.getEncoder().encodeToString(last.getBytes(UTF_8)))
                : "<NextMarker>%s</NextMarker>".formatted(OssXml.escaped(last));
    }

    private static String startOfV2(OssRequest request) {
        String token = request.parameter("continuation-token");
        return token == null
                ? request.query().getOrDefault("start-after", "")
                : new String(Base64.getDecoder().decode(token), UTF_8);
    }

    private static int limit(String maxKeys) throws OssRefusal {
        if (!maxKeys.matches("[0-9]{1,4}")
                || Integer.parseInt(maxKeys) < 1
                || Integer.parseInt(maxKeys) > 1000) {
            throw OssRefusal.invalidArgument("max-keys must be 1 to 1000.");
        }
        return Integer.parseInt(maxKeys);
    }

    private static String contents(Map.Entry<String, EmulatedObject> entry, String owner) {
        var object = entry.getValue();
        return """
        <Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>%s</ETag>\
        <Type>Normal</Type><Size>%d</Size><StorageClass>Standard</StorageClass>%s</Contents>\
        """
                .formatted(
                        OssXml.escaped(entry.getKey()),
                        OssXml.time(object.storedAt()),
                        OssXml.escaped(object.etag()),
                        object.content().length,
                        owner);
    }
}
