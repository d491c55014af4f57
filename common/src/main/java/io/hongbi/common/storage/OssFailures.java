package io.hongbi.common.storage;

import com.aliyun.oss.ClientException;
import com.aliyun.oss.InconsistentException;
import com.aliyun.oss.OSSErrorCode;
import com.aliyun.oss.OSSException;
import java.util.Set;
import java.util.function.Supplier;

/** Turns the SDK's exceptions into those of the port. */
final class OssFailures {

    /** Codes that stay until somebody changes settings, rights or the call. */
    private static final Set<String> PERMANENT =
            Set.of(
                    OSSErrorCode.ACCESS_DENIED,
                    OSSErrorCode.ACCESS_FORBIDDEN,
                    OSSErrorCode.INVALID_ACCESS_KEY_ID,
                    OSSErrorCode.SIGNATURE_DOES_NOT_MATCH,
                    OSSErrorCode.NO_SUCH_BUCKET,
                    OSSErrorCode.INVALID_BUCKET_NAME,
                    OSSErrorCode.INVALID_OBJECT_NAME,
                    OSSErrorCode.INVALID_ARGUMENT,
                    OSSErrorCode.ENTITY_TOO_LARGE,
                    "UserDisable");

    private static final Set<String> TAKEN =
            Set.of(OSSErrorCode.FILE_ALREADY_EXISTS, OSSErrorCode.OBJECT_ALREADY_EXISTS);

    private OssFailures() {}

    static <T> T translating(ObjectKey key, Supplier<T> call) {
        try {
            return call.get();
        } catch (OSSException e) {
            throw ofKey(key, e);
        } catch (ClientException | InconsistentException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    /** As the other, with an answer for one code. */
    static <T> T translating(
            ObjectKey key, Supplier<T> call, String expectedCode, Supplier<T> answer) {
        return translating(
                key,
                () -> {
                    try {
                        return call.get();
                    } catch (OSSException e) {
                        if (expectedCode.equals(e.getErrorCode())) {
                            return answer.get();
                        }
                        throw e;
                    }
                });
    }

    /** For calls that are about no single object. */
    static <T> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (OSSException e) {
            throw ofStore(e);
        } catch (ClientException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    private static RuntimeException ofKey(ObjectKey key, OSSException e) {
        String code = e.getErrorCode();
        if (OSSErrorCode.NO_SUCH_KEY.equals(code)) {
            return new ObjectNotFound(key);
        }
        return TAKEN.contains(code) ? new ObjectAlreadyExists(key) : ofStore(e);
    }

    private static ObjectStoreUnavailable ofStore(OSSException e) {
        return PERMANENT.contains(e.getErrorCode())
                ? ObjectStoreUnavailable.untilChanged(e)
                : new ObjectStoreUnavailable(e);
    }
}
