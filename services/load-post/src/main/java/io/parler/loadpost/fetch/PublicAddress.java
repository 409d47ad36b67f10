package io.parler.loadpost.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Which IP addresses belong to the public internet (IANA special-purpose address registries).
final class PublicAddress {
    private static final List<Network> INNER_V4 =
            List.of(
                    Network.of("0.0.0.0/8"), // "this network"
                    Network.of("10.0.0.0/8"), // private
                    Network.of("100.64.0.0/10"), // shared by a carrier's customers
                    Network.of("127.0.0.0/8"), // loopback
                    Network.of("169.254.0.0/16"), // link-scope; cloud metadata lives here
                    Network.of("172.16.0.0/12"), // private
                    Network.of("192.0.0.0/24"), // protocol assignments
                    Network.of("192.0.2.0/24"), // documentation
                    Network.of("192.88.99.0/24"), // 6to4 relays, withdrawn
                    Network.of("192.168.0.0/16"), // private
                    Network.of("198.18.0.0/15"), // benchmarking
                    Network.of("198.51.100.0/24"), // documentation
                    Network.of("203.0.113.0/24"), // documentation
                    Network.of("224.0.0.0/4"), // multicast
                    Network.of("240.0.0.0/4")); // reserved, broadcast

    /// The one block from which public IPv6 addresses are given out: loopback, mapped and
    /// compatible IPv4, NAT64, unique-private, link-scope, site-scope and multicast addresses all
    /// lie outside.
    private static final Network UNICAST_V6 = Network.of("2000::/3");

    private static final List<Network> INNER_V6 =
            List.of(
                    Network.of("2001::/23"), // protocol assignments: Teredo, benchmarking, ORCHID
                    Network.of("2001:db8::/32"), // documentation
                    Network.of("2002::/16"), // 6to4: carries any IPv4 address
                    Network.of("3fff::/20")); // documentation

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return INNER_V4.stream().noneMatch(network -> network.contains(address));
        }
        return UNICAST_V6.contains(address)
                && INNER_V6.stream().noneMatch(network -> network.contains(address));
    }
}
