package io.hongbi.submission.review.regrade;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegradeProperties.class)
class RegradeConfiguration {}
