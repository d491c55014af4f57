package io.hongbi.submission.intake;

import io.hongbi.submission.intake.image.PhotoInspection;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds what takes pages in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {

    @Bean
    Spool spool(IntakeProperties properties) {
        var spool = properties.spool();
        return new Spool(spool.folderOrDefault(), spool.maxBytes().toBytes());
    }

    @Bean
    UploadReader uploadReader(Spool spool, IntakeProperties properties) {
        return new UploadReader(spool, properties.maxPage().toBytes());
    }

    @Bean
    PhotoCheck photoCheck(Spool spool, IntakeProperties properties) {
        return new PhotoCheck(spool, new PhotoInspection(properties.maxPixels()));
    }
}
