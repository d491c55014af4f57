package io.hongbi.common.storage;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives a service that sets {@code hongbi.object-store.kind} its object store. */
@AutoConfiguration
@ConditionalOnProperty("hongbi.object-store.kind")
@EnableConfigurationProperties(ObjectStoreProperties.class)
public final class ObjectStoreConfiguration {

    @Bean
    ObjectStore objectStore(ObjectStoreProperties properties) {
        return ObjectStores.of(properties);
    }

    /** Only the folder store's addresses are verified by Hongbi; OSS verifies its own. */
    @Bean
    @ConditionalOnProperty(name = "hongbi.object-store.kind", havingValue = "folder")
    SignedUrls signedUrls(ObjectStoreProperties properties) {
        return properties.signedUrls();
    }
}
