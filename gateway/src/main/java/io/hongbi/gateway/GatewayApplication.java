package io.hongbi.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The only door of the suite: routes, tokens and the pages people see. */
@SpringBootApplication(proxyBeanMethods = false)
public class GatewayApplication {

    /**
     * Lets Reactor Netty close a request before it looks whether the next one on the connection may
     * be read. Up to 1.3.8 a request that comes sooner is put aside and the connection never read
     * again (github.com/reactor/reactor-netty/pull/4347); to be removed with the release that has
     * that change.
     */
    private static final String LAST_FLUSH = "reactor.netty.http.server.lastFlushWhenNoRead";

    public static void main(String[] args) {
        System.setProperty(LAST_FLUSH, "true");
        SpringApplication.run(GatewayApplication.class, args);
    }
}
