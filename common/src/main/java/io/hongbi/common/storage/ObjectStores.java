package io.hongbi.common.storage;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Makes object stores outside of a Spring context: for tests and the command line. */
public final class ObjectStores {

    private ObjectStores() {}

    /** A store in a folder whose signed addresses are those of the signer. */
    public static ObjectStore folder(Path root, SignedUrls urls) {
        return new FolderObjectStore(root, urls);
    }

    /**
     * The store that a service with these settings would use.
     *
     * @param settings {@code hongbi.object-store.*} properties by their full names
     */
    public static ObjectStore of(Map<String, String> settings) {
        var binder = new Binder(new MapConfigurationPropertySource(settings));
        return of(binder.bindOrCreate("hongbi.object-store", ObjectStoreProperties.class));
    }

    static ObjectStore of(ObjectStoreProperties properties) {
        return switch (properties.kind()) {
            case FOLDER -> folder(properties.root(), properties.signedUrls());
            case OSS -> new OssObjectStore(Refusals.requirePresent("oss", properties.oss()));
        };
    }
}
