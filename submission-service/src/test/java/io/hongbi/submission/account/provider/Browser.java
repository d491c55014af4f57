package io.hongbi.submission.account.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies and knows where it is; goes one redirect at a time, as it is told. */
final class Browser {

    /** What Hongbi calls itself; the service under test listens elsewhere. */
    static final String HONGBI = "http://127.0.0.1:8080";

    private static final Pattern CSRF =
            Pattern.compile("name=\"_csrf\"(?: type=\"hidden\")? value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String service;
    private URI here;

    Browser(String service) {
        this.service = service;
        this.here = URI.create(service);
    }

    /** What came back. */
    record Page(int status, String location, String body) {

        String csrf() {
            var matcher = CSRF.matcher(body);
            assertThat(matcher.find()).isTrue();
            return matcher.group(1);
        }
    }

    /** An address of Hongbi, or relative to where the browser is. */
    Page open(String address) {
        here =
                here.resolve(
                        address.startsWith(HONGBI)
                                ? service + address.substring(HONGBI.length())
                                : address);
        return send(HttpRequest.newBuilder(here).header("Accept", "text/html").GET());
    }

    Page follow(Page redirect) {
        assertThat(redirect.status()).isEqualTo(302);
        return open(redirect.location());
    }

    Page post(String address, Map<String, String> form) {
        here = here.resolve(address);
        var body =
                form.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(here)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), BodyHandlers.ofString(UTF_8));
            return new Page(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
