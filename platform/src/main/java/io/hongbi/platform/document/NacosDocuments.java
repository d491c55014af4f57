package io.hongbi.platform.document;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.config.listener.AbstractListener;
import com.alibaba.nacos.api.exception.NacosException;
import io.hongbi.platform.nacos.NacosProperties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Documents of a Nacos, followed as they change. While it is away they stay as they are; a service
 * that starts meanwhile has none until it is back.
 */
final class NacosDocuments implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NacosDocuments.class);

    private static final String GROUP = "HONGBI";

    private static final long PATIENCE_MS = 3000;

    private final ConfigService nacos;

    NacosDocuments(NacosProperties properties) throws NacosException {
        nacos = NacosFactory.createConfigService(properties.client());
    }

    /** As {@link LiveDocuments#follow}, on a thread of Nacos's client after the first time. */
    void follow(String name, Consumer<@Nullable String> taker) throws NacosException {
        var listener =
                new AbstractListener() {
                    @Override
                    public void receiveConfigInfo(@Nullable String text) {
                        taker.accept(text);
                    }
                };
        try {
            listener.receiveConfigInfo(
                    nacos.getConfigAndSignListener(name, GROUP, PATIENCE_MS, listener));
        } catch (NacosException e) {
            LOG.warn("Nacos has no {} to give yet: {}", name, e.getErrMsg());
            nacos.addListener(name, GROUP, listener);
        }
    }

    @Override
    public void close() throws NacosException {
        nacos.shutDown();
    }
}
