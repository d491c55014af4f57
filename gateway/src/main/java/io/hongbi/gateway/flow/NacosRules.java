package io.hongbi.gateway.flow;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.PropertyKeyConst;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.config.listener.AbstractListener;
import com.alibaba.nacos.api.exception.NacosException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rules from a Nacos, followed as they change. While it is away they stay as they are; a door that
 * starts meanwhile has its own until it is back.
 */
final class NacosRules implements AutoCloseable {

    /** Under which name and in which group Nacos has the rules. */
    static final String DATA_ID = "gateway-flow-rules.json";

    static final String GROUP = "HONGBI";

    static {
        // Nacos's client writes into the home directory, and its own log, unless told otherwise;
        // what it kept of an earlier run must not pass for what the door has loaded.
        var folder = folder();
        System.setProperty("JM.LOG.PATH", folder);
        System.setProperty("JM.SNAPSHOT.PATH", folder);
        System.setProperty("nacos.cache.data.init.snapshot", "false");
        System.setProperty("nacos.logging.default.config.enabled", "false");
    }

    private static final Logger LOG = LoggerFactory.getLogger(NacosRules.class);

    private static final long PATIENCE_MS = 3000;

    private final ConfigService nacos;

    /**
     * Hands over what Nacos has now, and whatever it has later.
     *
     * @param rules given null where Nacos has none; called on a thread of Nacos's client
     */
    NacosRules(String address, Consumer<@Nullable String> rules) throws NacosException {
        var properties = new Properties();
        properties.setProperty(PropertyKeyConst.SERVER_ADDR, address);
        nacos = NacosFactory.createConfigService(properties);
        var listener =
                new AbstractListener() {
                    @Override
                    public void receiveConfigInfo(@Nullable String json) {
                        rules.accept(json);
                    }
                };
        try {
            listener.receiveConfigInfo(
                    nacos.getConfigAndSignListener(DATA_ID, GROUP, PATIENCE_MS, listener));
        } catch (NacosException e) {
            LOG.warn("Nacos at {} has no rules to give yet: {}", address, e.getErrMsg());
            nacos.addListener(DATA_ID, GROUP, listener);
        }
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("hongbi-nacos").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws NacosException {
        nacos.shutDown();
    }
}
