package io.hongbi.submission.account.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are written as numbers, so that no name is resolved. */
class ProviderAddressesTest {

    private static final String KEY = "a2V5LW9mLXRoZS10ZXN0cy1hbmQtb2Ytbm8tb3RoZXI=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a",
                "https://127.8.8.8",
                "https://[::1]",
                "https://0.0.0.0",
                "https://10.1.2.3",
                "https://172.16.0.1",
                "https://192.168.1.1",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1",
                "https://198.18.0.1",
                "https://192.0.0.8",
                "https://224.0.0.1",
                "https://255.255.255.255",
                "https://[fe80::1]",
                "https://[fd12::1]",
                "https://[::ffff:10.0.0.1]",
                "https://[64:ff9b::a00:1]",
                "https://[2002:a00:1::1]",
                "http://93.184.215.14",
                "https://user@93.184.215.14",
                "https://93.184.215.14/#x",
                "ftp://93.184.215.14",
                "https:///x"
            })
    void asksNothingInternalAndNothingWithoutTls(String address) {
        var addresses = new ProviderAddresses(properties(null, false));

        assertThat(addresses.mayBeAsked(URI.create(address))).isFalse();
        assertThat(addresses.isIssuer(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.215.14/a", "https://[2606:2800:21f::1]:8443/"})
    void asksWhatIsPublic(String address) {
        var addresses = new ProviderAddresses(properties(null, false));

        assertThat(addresses.mayBeAsked(URI.create(address))).isTrue();
        assertThat(addresses.isIssuer(URI.create(address))).isTrue();
    }

    @Test
    void asksTheInternalHostsThatTheOperatorNames() {
        var addresses = new ProviderAddresses(properties(null, false, "10.1.2.3"));

        assertThat(addresses.mayBeAsked(URI.create("https://10.1.2.3/a"))).isTrue();
        assertThat(addresses.mayBeAsked(URI.create("http://10.1.2.3/a"))).isFalse();
        assertThat(addresses.mayBeAsked(URI.create("https://10.1.2.4/a"))).isFalse();
    }

    @Test
    void asksThisMachineInTheDemoAndNothingElseMore() {
        var addresses = new ProviderAddresses(properties(null, true));

        assertThat(addresses.mayBeAsked(URI.create("http://127.0.0.1:9/a"))).isTrue();
        assertThat(addresses.mayBeAsked(URI.create("http://10.1.2.3/a"))).isFalse();
        assertThat(addresses.mayBeAsked(URI.create("http://93.184.215.14/a"))).isFalse();
    }

    @Test
    void opensASecretForItsOwnerOnly() {
        var secrets = new Secrets(properties(KEY, false));
        var sealed = secrets.seal("school", "secret");

        assertThat(sealed).doesNotContain("secret").isNotEqualTo(secrets.seal("school", "secret"));
        assertThat(secrets.open("school", sealed)).isEqualTo("secret");
        assertThatIllegal(() -> secrets.open("other", sealed), SecretUnreadable.class);
        var changed = (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);
        assertThatIllegal(() -> secrets.open("school", changed), SecretUnreadable.class);
        var keyless = new Secrets(properties(null, false));
        assertThatIllegal(() -> keyless.seal("school", "secret"), NoSecretsKey.class);
    }

    @Test
    void takesNoKeyThatIsNone() {
        for (var key : new String[] {"c2hvcnQ=", "no base64!"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> properties(key, false))
                    .withMessageContaining("secrets-key")
                    .withMessageNotContaining(key)
                    .withNoCause();
        }
        assertThat(properties(KEY, false).toString()).doesNotContain(KEY);
    }

    private static void assertThatIllegal(Runnable call, Class<? extends Throwable> fact) {
        assertThat(catchThrowable(call::run)).isInstanceOf(fact);
    }

    private static ProviderProperties properties(
            @Nullable String key, boolean loopback, String... internalHosts) {
        return new ProviderProperties(key, List.of(internalHosts), loopback, Duration.ofSeconds(5));
    }
}
