package io.hongbi.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The auto-configuration, found as a service finds it and told by environment variables. */
class ObjectStoreConfigurationTest {

    private static final String SIGNING_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @Test
    void givesNoStoreToAServiceThatAsksForNone() {
        try (var context = run(Map.of())) {
            assertThat(context.getBeanProvider(ObjectStore.class).stream()).isEmpty();
            assertThat(context.getBeanProvider(SignedUrls.class).stream()).isEmpty();
        }
    }

    @Test
    void givesAFolderWithItsSigner(@TempDir Path root) {
        var variables =
                Map.of(
                        "HONGBI_OBJECT_STORE_KIND",
                        "folder",
                        "HONGBI_OBJECT_STORE_ROOT",
                        root.toString(),
                        "HONGBI_OBJECT_STORE_SIGNING_KEY",
                        SIGNING_KEY,
                        "HONGBI_OBJECT_STORE_PUBLIC_URI",
                        "http://127.0.0.1:9/objects");
        try (var context = run(variables)) {
            var store = context.getBean(ObjectStore.class);
            store.put(new ObjectKey("page.jpg"), new byte[3], "image/jpeg");

            assertThat(root.resolve("objects/page.jpg")).hasSize(3);
            assertThat(context.getBean(SignedUrls.class)).isNotNull();
            assertThat(store.signedUrl(new ObjectKey("page.jpg"), SignedUrls.LONGEST))
                    .hasPath("/objects/page.jpg");
        }
    }

    @Test
    void givesABucketWithoutASigner() {
        var variables =
                Map.of(
                        "HONGBI_OBJECT_STORE_KIND", "oss",
                        "HONGBI_OBJECT_STORE_OSS_ENDPOINT", "https://oss.example.org",
                        "HONGBI_OBJECT_STORE_OSS_REGION", "cn-hangzhou",
                        "HONGBI_OBJECT_STORE_OSS_BUCKET", "hongbi",
                        "HONGBI_OBJECT_STORE_OSS_ACCESS_KEY_ID", "id",
                        "HONGBI_OBJECT_STORE_OSS_ACCESS_KEY_SECRET", "secret");
        try (var context = run(variables)) {
            assertThat(context.getBean(ObjectStore.class)).isInstanceOf(OssObjectStore.class);
            assertThat(context.getBeanProvider(SignedUrls.class).stream()).isEmpty();
        }
    }

    @Test
    void doesNotStartWithSettingsThatCannotWork() {
        assertThatThrownBy(() -> run(Map.of("HONGBI_OBJECT_STORE_KIND", "folder")))
                .rootCause()
                .hasMessage("hongbi.object-store.signing-key must be set");
    }

    private static ConfigurableApplicationContext run(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(
                        new SystemEnvironmentPropertySource(
                                "test-"
                                        + StandardEnvironment
                                                .SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new LinkedHashMap<>(variables)));
        SpringApplication application =
                new SpringApplicationBuilder(Service.class)
                        .environment(environment)
                        .web(WebApplicationType.NONE)
                        .properties("logging.level.root=off", "spring.main.banner-mode=off")
                        .build();
        return application.run();
    }

    @EnableAutoConfiguration
    static class Service {}
}
