package io.hongbi.gateway.route;

import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where requests come from: behind a trusted proxy, the address that it saw. */
public final class ClientAddresses {

    private final Pattern trustedProxies;

    ClientAddresses(Pattern trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /** The client's address; {@code unknown} where the connection has none. */
    public String of(ServerHttpRequest request) {
        var address = ofConnection(request);
        var chain = request.getHeaders().getFirst("X-Forwarded-For");
        return chain != null && trustedProxies.matcher(address).matches()
                ? chain.substring(chain.lastIndexOf(',') + 1).strip()
                : address;
    }

    /** The address at the other end of the connection, proxy or not. */
    static String ofConnection(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
