package io.hongbi.platform.nacos;

import java.util.Properties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the Nacos is, and as whom it is asked. Empty is none.
 *
 * @param enabled whether there is one
 * @param address host and port, of a cluster several, separated by commas
 * @param namespace id of the namespace; none is Nacos's public one
 */
@ConfigurationProperties("hongbi.nacos")
public record NacosProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String address,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String namespace) {

    /** The same in the terms of Nacos's client. */
    public Properties client() {
        var client = new Properties();
        client.setProperty("serverAddr", address);
        client.setProperty("username", username);
        client.setProperty("password", password);
        client.setProperty("namespace", namespace);
        return client;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NacosProperties[" + (enabled ? address : "none") + "]";
    }
}
