package io.hongbi.common.storage;

import com.aliyun.oss.InconsistentException;
import com.aliyun.oss.OSS;
import com.aliyun.oss.OSSErrorCode;
import com.aliyun.oss.model.GenericRequest;
import com.aliyun.oss.model.GetObjectRequest;
import com.aliyun.oss.model.ListObjectsV2Request;
import com.aliyun.oss.model.OSSObjectSummary;
import com.aliyun.oss.model.ObjectMetadata;
import com.aliyun.oss.model.PutObjectRequest;
import com.aliyun.oss.model.WebServiceRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps objects in a bucket of Alibaba OSS. Put-once rests on {@code x-oss-forbid-overwrite}, which
 * OSS heeds only in buckets without versioning. Calls that fail on the way are repeated, so each
 * put carries a token: the key taken by that very token is a put whose answer was lost.
 */
final class OssObjectStore implements ObjectStore, AutoCloseable {

    private static final String TOKEN = "put-token";

    private final OssClients clients;
    private final OSS oss;
    private final String bucket;

    OssObjectStore(OssProperties properties) {
        clients = new OssClients(properties);
        oss = clients.caller();
        bucket = properties.bucket();
    }

    @Override
    public void put(ObjectKey key, Path content, String contentType) {
        if (!Files.isReadable(content)) {
            throw new UncheckedIOException(new NoSuchFileException(content.toString()));
        }
        put(new PutObjectRequest(bucket, key.value(), content.toFile()), key, contentType);
    }

    @Override
    public void put(ObjectKey key, byte[] content, String contentType) {
        var bytes = new ByteArrayInputStream(content);
        put(new PutObjectRequest(bucket, key.value(), bytes), key, contentType);
    }

    private void put(PutObjectRequest request, ObjectKey key, String contentType) {
        String token = UUID.randomUUID().toString();
        var metadata = new ObjectMetadata();
        metadata.setContentType(contentType);
        metadata.setHeader("x-oss-forbid-overwrite", "true");
        metadata.addUserMetadata(TOKEN, token);
        request.setMetadata(metadata);
        try {
            OssFailures.translating(key, () -> oss.putObject(quiet(request)));
        } catch (ObjectAlreadyExists e) {
            if (!token.equals(tokenOf(key))) {
                throw e;
            }
        } catch (ObjectStoreUnavailable e) {
            if (e.getCause() instanceof InconsistentException) {
                delete(key); // this call put it, and what arrived is not what was sent
            }
            throw e;
        }
    }

    private @Nullable String tokenOf(ObjectKey key) {
        return metadata(key).map(found -> found.getUserMetadata().get(TOKEN)).orElse(null);
    }

    @Override
    public InputStream open(ObjectKey key) {
        var request = quiet(new GetObjectRequest(bucket, key.value()));
        return OssFailures.translating(key, () -> OssContent.whole(oss.getObject(request)));
    }

    @Override
    public InputStream open(ObjectKey key, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("Offset and length must not be negative");
        }
        if (length == 0) {
            return head(key)
                    .map(_ -> InputStream.nullInputStream())
                    .orElseThrow(() -> new ObjectNotFound(key));
        }
        var request = quiet(new GetObjectRequest(bucket, key.value()));
        boolean toTheEnd = length > Long.MAX_VALUE - offset;
        request.setRange(offset, toTheEnd ? -1 : offset + length - 1);
        // Without it, OSS answers a range behind the end with the whole object.
        request.addHeader("x-oss-range-behavior", "standard");
        return OssFailures.translating(
                key,
                () -> OssContent.part(oss.getObject(request)),
                OSSErrorCode.INVALID_RANGE,
                InputStream::nullInputStream);
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        return metadata(key).map(found -> stored(key, found));
    }

    private static StoredObject stored(ObjectKey key, ObjectMetadata found) {
        return new StoredObject(key, found.getContentLength(), found.getLastModified().toInstant());
    }

    private Optional<ObjectMetadata> metadata(ObjectKey key) {
        var request = quiet(new GenericRequest(bucket, key.value()));
        return OssFailures.translating(
                key,
                () -> Optional.of(oss.getObjectMetadata(request)),
                OSSErrorCode.NO_SUCH_KEY,
                Optional::empty);
    }

    @Override
    public void delete(ObjectKey key) {
        var request = quiet(new GenericRequest(bucket, key.value()));
        OssFailures.translating(key, () -> oss.deleteObject(request));
    }

    @Override
    public URI signedUrl(ObjectKey key, Duration validity) {
        SignedUrls.requireUsable(validity);
        // The SDK cuts what is left to whole seconds, which would make a second none.
        Instant until = Instant.now().plus(validity).plusMillis(900);
        var url = clients.signer().generatePresignedUrl(bucket, key.value(), Date.from(until));
        return URI.create(url.toString());
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("A limit lies in 1 to 1000, was " + limit);
        }
        var request = quiet(new ListObjectsV2Request(bucket, prefix));
        request.setMaxKeys(limit);
        if (after != null) {
            request.setStartAfter(after.value());
        }
        return OssFailures.translating(() -> oss.listObjectsV2(request))
                .getObjectSummaries()
                .stream()
                .filter(summary -> ObjectKey.isValid(summary.getKey()))
                .map(OssObjectStore::stored)
                .toList();
    }

    private static StoredObject stored(OSSObjectSummary summary) {
        return new StoredObject(
                new ObjectKey(summary.getKey()),
                summary.getSize(),
                summary.getLastModified().toInstant());
    }

    /** Failures reach the caller as exceptions; the SDK need not log them as well. */
    private static <R extends WebServiceRequest> R quiet(R request) {
        request.setLogEnabled(false);
        return request;
    }

    @Override
    public void close() {
        clients.close();
    }
}
