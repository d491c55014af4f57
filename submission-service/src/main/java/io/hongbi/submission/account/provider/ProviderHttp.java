package io.hongbi.submission.account.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Asks providers: only {@linkplain ProviderAddresses addresses that may be asked}, following no
 * redirects, for a bounded time and answer. Made at the first use: most installations start
 * without.
 */
@Component
class ProviderHttp {

    private static final int LARGEST_ANSWER = 1 << 20;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final ProviderAddresses addresses;
    private final Duration timeout;
    private final Supplier<RestTemplate> template = SingletonSupplier.of(this::template);
    private final Supplier<RestClient> client = SingletonSupplier.of(this::client);

    ProviderHttp(ProviderAddresses addresses, ProviderProperties properties) {
        this.addresses = addresses;
        this.timeout = properties.timeout();
    }

    /** For keys and user info. */
    RestTemplate operations() {
        return template.get();
    }

    /** For tokens: errors are told in the words of OAuth. */
    RestClient tokens() {
        return client.get();
    }

    /**
     * @throws org.springframework.web.client.RestClientException if there is no such answer
     */
    Map<String, Object> json(URI uri) {
        var answer =
                RestClient.create(operations())
                        .get()
                        .uri(uri)
                        .retrieve()
                        .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        return answer == null ? Map.of() : answer;
    }

    private RestTemplate template() {
        var http =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(timeout);
        var made =
                new RestTemplate(
                        List.of(
                                new StringHttpMessageConverter(),
                                new JacksonJsonHttpMessageConverter()));
        made.setRequestFactory(requests);
        made.setInterceptors(List.of(this::guarded));
        return made;
    }

    private RestClient client() {
        return RestClient.builder()
                .requestFactory(operations().getRequestFactory()) // guarded, too
                .configureMessageConverters(converters ->
                        converters
                                .addCustomConverter(new FormHttpMessageConverter())
                                .addCustomConverter(
                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private ClientHttpResponse guarded(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (!addresses.mayBeAsked(request.getURI())) {
            throw new IOException("A provider's address is none that may be asked");
        }
        try (var response = execution.execute(request, body)) {
            var bytes = response.getBody().readNBytes(LARGEST_ANSWER + 1);
            if (bytes.length > LARGEST_ANSWER) {
                throw new IOException("A provider's answer is too large");
            }
            return new Answer(response.getStatusCode(), response.getHeaders(), bytes);
        }
    }

    /** An answer read to its end. */
    private static final class Answer implements ClientHttpResponse {

        private final HttpStatusCode status;
        private final HttpHeaders headers;
        private final byte[] body;

        Answer(HttpStatusCode status, HttpHeaders headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            // read to its end already
        }
    }
}
