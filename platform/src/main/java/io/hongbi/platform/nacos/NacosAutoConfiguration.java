package io.hongbi.platform.nacos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Nothing of it where no Nacos has an address. */
@AutoConfiguration
@ConditionalOnClass(name = "com.alibaba.nacos.api.NacosFactory")
@ConditionalOnProperty(name = "hongbi.nacos.enabled", havingValue = "true")
@EnableConfigurationProperties(NacosProperties.class)
public class NacosAutoConfiguration {

    /** Before any bean is made, because Nacos's client looks at this when its classes load. */
    @Bean
    static BeanFactoryPostProcessor nacosFiles() {
        return _ -> {
            // The client writes into the home directory, and its own log, unless told otherwise;
            // what it kept of an earlier run must not pass for what is so now.
            var folder = folder();
            System.setProperty("JM.LOG.PATH", folder);
            System.setProperty("JM.SNAPSHOT.PATH", folder);
            System.setProperty("nacos.cache.data.init.snapshot", "false");
            System.setProperty("nacos.logging.default.config.enabled", "false");
        };
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("hongbi-nacos").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
