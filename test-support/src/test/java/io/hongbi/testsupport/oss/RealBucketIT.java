package io.hongbi.testsupport.oss;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreContract;
import io.hongbi.common.storage.ObjectStores;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The OSS adapter against a bucket of Alibaba's: the same suite as against the emulator. {@code
 * docs/object-store.md} says how to run it.
 */
class RealBucketIT extends ObjectStoreContract {

    private static final String SKIPPED =
            "RealBucketIT is skipped: it needs a bucket, see docs/object-store.md";

    private static final String VARIABLES = "HONGBI_OBJECT_STORE_OSS_";

    private static @Nullable ObjectStore store;

    @BeforeAll
    static void connect() {
        boolean told = System.getenv(VARIABLES + "ENDPOINT") != null;
        if (!told) {
            System.out.println(SKIPPED);
        }
        assumeThat(told).as(SKIPPED).isTrue();
        store = ObjectStores.of(settings(System.getenv()));
    }

    @AfterAll
    static void disconnect() throws Exception {
        if (store != null) {
            ((AutoCloseable) store).close();
        }
    }

    @Override
    protected ObjectStore store() {
        return Objects.requireNonNull(store);
    }

    /** The variables that the services take, as properties. */
    private static Map<String, String> settings(Map<String, String> environment) {
        var settings = new TreeMap<String, String>();
        settings.put("hongbi.object-store.kind", "oss");
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLES)) {
                String property = name.substring(VARIABLES.length());
                settings.put(
                        "hongbi.object-store.oss."
                                + property.toLowerCase(Locale.ROOT).replace('_', '-'),
                        value);
            }
        });
        return settings;
    }
}
