package io.hongbi.platform.document;

import com.alibaba.csp.sentinel.datasource.FileRefreshableDataSource;
import com.alibaba.nacos.api.exception.NacosException;
import io.hongbi.platform.nacos.NacosAutoConfiguration;
import io.hongbi.platform.nacos.NacosProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** For services that have Sentinel. */
@AutoConfiguration(after = NacosAutoConfiguration.class)
@ConditionalOnClass(FileRefreshableDataSource.class)
public class DocumentAutoConfiguration {

    @Bean
    LiveDocuments liveDocuments(ObjectProvider<NacosProperties> nacos) throws NacosException {
        var there = nacos.getIfAvailable();
        return new LiveDocuments(there == null ? null : new NacosDocuments(there));
    }
}
