package io.hongbi.testsupport.oss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.springframework.util.FileSystemUtils;

/**
 * Alibaba OSS on a free loopback port, as far as {@code ObjectStore} needs it: one bucket in
 * memory, calls on objects and lists, signatures of version 4 and 1 in headers and URLs. Whoever is
 * anonymous, late, or signs with another secret is refused as OSS does.
 */
public final class OssEmulator implements AutoCloseable {

    // Held, because loggers that nobody holds lose their level.
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final OssAccount account;
    private final OssBucket bucket;
    private final Tomcat tomcat;
    private final Path folder;

    private OssEmulator(OssAccount account, Clock clock) throws IOException, LifecycleException {
        TOMCAT_LOG.setLevel(Level.WARNING);
        this.account = account;
        bucket = new OssBucket(account.bucket(), clock);
        folder = Files.createTempDirectory("oss-emulator");
        tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var context = (StandardContext) tomcat.addContext("", folder.toString());
        context.setClearReferencesThreadLocals(false); // warns of what it may not look into
        context.setClearReferencesRmiTargets(false);
        Tomcat.addServlet(context, "oss", new OssServlet(account, bucket, clock));
        context.addServletMappingDecoded("/*", "oss");
        tomcat.start();
    }

    /** Starts it with a made-up account. */
    public static OssEmulator start() {
        var account = new OssAccount("cn-hangzhou", "hongbi-test", "LTAItest", "not-a-real-secret");
        return start(account, Clock.systemUTC());
    }

    /** Starts it for an account, with a clock that decides what has expired. */
    public static OssEmulator start(OssAccount account, Clock clock) {
        try {
            return new OssEmulator(account, clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The OSS emulator did not start", e);
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    public OssAccount account() {
        return account;
    }

    /** The {@code hongbi.object-store.*} properties of a service that uses this emulator. */
    public Map<String, String> settings() {
        return settings(endpoint());
    }

    /** As {@link #settings()}, for a service that reaches it by another address. */
    public Map<String, String> settings(URI endpoint) {
        return Map.of(
                "hongbi.object-store.kind", "oss",
                "hongbi.object-store.oss.endpoint", endpoint.toString(),
                "hongbi.object-store.oss.region", account.region(),
                "hongbi.object-store.oss.bucket", account.bucket(),
                "hongbi.object-store.oss.access-key-id", account.accessKeyId(),
                "hongbi.object-store.oss.access-key-secret", account.accessKeySecret());
    }

    /** How many objects the bucket holds. */
    public int size() {
        return bucket.size();
    }

    /** Stores the next object with one bit turned over. */
    public void damageNextPut() {
        bucket.damageNextPut();
    }

    /** Sends the next object with one bit turned over. */
    public void damageNextGet() {
        bucket.damageNextGet();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
            FileSystemUtils.deleteRecursively(folder);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The OSS emulator did not stop", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
