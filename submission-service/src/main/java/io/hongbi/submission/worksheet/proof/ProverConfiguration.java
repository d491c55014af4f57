package io.hongbi.submission.worksheet.proof;

import io.hongbi.platform.trace.Traces;
import java.net.http.HttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProverProperties.class)
class ProverConfiguration {

    @Bean
    @Lazy
    Prover prover(ProverProperties properties, JsonMapper json, Traces traces) {
        var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(properties.connectTimeout())
                        .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.timeout());
        var grading =
                RestClient.builder()
                        .requestFactory(requests)
                        .baseUrl(properties.uri().toString())
                        .build();
        return new HttpProver(grading, json, traces);
    }
}
