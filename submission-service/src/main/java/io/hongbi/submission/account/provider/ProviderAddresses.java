package io.hongbi.submission.account.provider;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which addresses this service asks because a school's admin, or a provider's description, says so:
 * public ones by https, and internal ones only where the operator names the host. A name that
 * resolves anew between this look and the connection gains nothing: without the certificate of that
 * name no host is spoken to.
 */
@Component
class ProviderAddresses {

    private final boolean loopback;
    private final Set<String> internalHosts;

    ProviderAddresses(ProviderProperties properties) {
        this.loopback = properties.loopback();
        this.internalHosts = Set.copyOf(properties.internalHosts());
    }

    /** Whether it may be an issuer; nothing is resolved unless the host is an address itself. */
    boolean isIssuer(URI uri) {
        return isPlain(uri)
                && uri.getRawQuery() == null
                && (isHttps(uri) || loopback)
                && (!isLiteral(uri.getHost()) || mayBeAsked(uri));
    }

    /** Whether it may be asked now. */
    boolean mayBeAsked(URI uri) {
        if (!isPlain(uri)) {
            return false;
        }
        try {
            var addresses = InetAddress.getAllByName(uri.getHost());
            if (loopback && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
                return true;
            }
            return isHttps(uri)
                    && (internalHosts.contains(uri.getHost().toLowerCase(Locale.ROOT))
                            || Arrays.stream(addresses).noneMatch(ProviderAddresses::isInternal));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isPlain(URI uri) {
        return uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null;
    }

    private static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[")
                || host.equalsIgnoreCase("localhost")
                || host.matches("[0-9.]+|0[xX].*");
    }

    /** What IANA's registries of special-purpose addresses do not call globally reachable. */
    private static boolean isInternal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address
                        ? isInternal4(address.getAddress())
                        : isInternal6(address.getAddress()));
    }

    private static boolean isInternal4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128) // shared by carriers
                || (first == 192 && second == 0 && address[2] == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    private static boolean isInternal6(byte[] address) {
        int first = ((address[0] & 0xff) << 8) | (address[1] & 0xff);
        return (first & 0xfe00) == 0xfc00 // unique local
                || first == 0x2002 // 6to4 and NAT64 carry an IPv4 address
                || (first == 0x0064 && (address[2] & 0xff) == 0xff)
                || first == 0;
    }
}
