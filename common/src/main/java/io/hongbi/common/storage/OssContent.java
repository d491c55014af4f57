package io.hongbi.common.storage;

import com.aliyun.oss.common.utils.IOUtils;
import com.aliyun.oss.model.OSSObject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an object as they come. At the end of a whole object they are compared with its
 * CRC64, which the SDK leaves to its callers. Closed before the end, it drops the connection rather
 * than read the rest.
 */
final class OssContent extends FilterInputStream {

    private final OSSObject object;
    private final @Nullable Long expectedCrc;
    private boolean ended;

    private OssContent(OSSObject object, @Nullable Long expectedCrc) {
        super(object.getObjectContent());
        this.object = object;
        this.expectedCrc = expectedCrc;
    }

    static InputStream whole(OSSObject object) {
        return new OssContent(object, object.getServerCRC());
    }

    static InputStream part(OSSObject object) {
        return new OssContent(object, null); // a CRC is known of whole objects only
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value < 0) {
            end();
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count < 0) {
            end();
        }
        return count;
    }

    private void end() throws IOException {
        ended = true;
        if (expectedCrc != null && !expectedCrc.equals(IOUtils.getCRCValue(in))) {
            throw new IOException("The object was damaged on the way: its CRC64 differs");
        }
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            object.close();
        } else {
            object.forcedClose();
        }
    }
}
