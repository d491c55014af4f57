package io.hongbi.gateway.document;

import com.alibaba.nacos.api.exception.NacosException;
import io.hongbi.platform.nacos.NacosProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

    @Bean
    LiveDocuments liveDocuments(ObjectProvider<NacosProperties> nacos) throws NacosException {
        var there = nacos.getIfAvailable();
        return new LiveDocuments(there == null ? null : new NacosDocuments(there));
    }
}
