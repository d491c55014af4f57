package io.hongbi.common.storage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which object store a service uses.
 *
 * @param root where the folder store keeps its objects
 * @param signingKey the folder store's secret for signed addresses: at least 32 bytes in Base64,
 *     the same in all processes
 * @param publicUri the address below which the folder store's objects are served
 * @param oss needed where the kind is OSS
 */
@ConfigurationProperties("hongbi.object-store")
record ObjectStoreProperties(
        @DefaultValue("folder") Kind kind,
        @DefaultValue("var/objects") Path root,
        @Nullable String signingKey,
        @DefaultValue("http://127.0.0.1:8080/api/v1/objects") URI publicUri,
        @Nullable OssProperties oss) {

    /** What keeps the objects. */
    enum Kind {
        FOLDER,
        OSS
    }

    ObjectStoreProperties {
        switch (kind) {
            case FOLDER -> decoded(signingKey);
            case OSS -> Refusals.requirePresent("oss", oss);
        }
    }

    /** The signer of the folder store's addresses. */
    SignedUrls signedUrls() {
        return new SignedUrls(publicUri, decoded(signingKey), Clock.systemUTC());
    }

    private static byte[] decoded(@Nullable String signingKey) {
        String text = Refusals.requirePresent("signing-key", signingKey);
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException _) {
            secret = new byte[0];
        }
        Refusals.require(
                secret.length >= SignedUrls.SECRET_BYTES,
                "signing-key",
                "must be at least " + SignedUrls.SECRET_BYTES + " bytes in Base64");
        return secret;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ObjectStoreProperties[kind=%s, root=%s, publicUri=%s, oss=%s]"
                .formatted(kind, root, publicUri, oss);
    }
}
