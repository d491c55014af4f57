package io.hongbi.grading.reading;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the models once for all workers. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    PageReaders pageReaders() {
        return new ModelPageReaders();
    }
}
