package io.hongbi.common.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What holds for the signed addresses of every store, called over real HTTP. */
abstract class SignedUrlContract extends ListContract {

    static final Duration HOUR = Duration.ofHours(1);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void sendsAnObjectToWhoeverHasItsSignedUrl() throws Exception {
        store().put(key("page.jpg"), bytes("the page"), JPEG);

        var answer = get(store().signedUrl(key("page.jpg"), HOUR));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes("the page"));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(JPEG);
    }

    @Test
    void refusesASignedUrlWhoseTimeIsUp() throws Exception {
        store().put(key("page.jpg"), bytes("the page"), JPEG);
        URI url = store().signedUrl(key("page.jpg"), Duration.ofSeconds(1));

        Instant patience = Instant.now().plusSeconds(10);
        while (get(url).statusCode() == 200 && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }

        assertRefused(url);
        assertThat(get(store().signedUrl(key("page.jpg"), HOUR)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesASignedUrlForAnotherObject() throws Exception {
        store().put(key("mine.jpg"), bytes("mine"), JPEG);
        store().put(key("theirs.jpg"), bytes("theirs"), JPEG);

        String mine = store().signedUrl(key("mine.jpg"), HOUR).toString();

        assertRefused(URI.create(mine.replace("mine.jpg", "theirs.jpg")));
    }

    @Test
    void refusesASignedUrlOfWhichAnyPartWasChangedOrLeftOut() throws Exception {
        store().put(key("page.jpg"), bytes("the page"), JPEG);
        String url = store().signedUrl(key("page.jpg"), HOUR).toString();
        String address = url.substring(0, url.indexOf('?'));
        String query = url.substring(url.indexOf('?') + 1);

        for (String parameter : query.split("&", -1)) {
            assertRefused(URI.create(url.replace(parameter, changed(parameter))));
            assertRefused(URI.create(url.replace(parameter, "x=1")));
        }
        assertRefused(URI.create(address));
    }

    @Test
    void signsForAWhileOnly() {
        for (var validity :
                new Duration[] {Duration.ZERO, HOUR.negated(), HOUR.multipliedBy(169)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store().signedUrl(key("page.jpg"), validity));
        }
    }

    static HttpResponse<byte[]> get(URI url) throws IOException {
        try {
            return CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void assertRefused(URI url) throws IOException {
        assertThat(get(url).statusCode()).as("%s", url).isBetween(400, 499);
    }

    /** With another last character: a digit for a digit, so that times stay times. */
    private static String changed(String parameter) {
        int last = parameter.length() - 1;
        char other = parameter.charAt(last) == '7' ? '8' : '7';
        return parameter.substring(0, last) + other;
    }
}
