package io.parler.loadpost.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Tells which IP addresses belong to the public internet (IANA special-purpose address
/// registries).
final class PublicAddress {
    private static final List<IpNetwork> PRIVATE_V4 =
            List.of(
                    IpNetwork.of("0.0.0.0/8"), // "this network"
                    IpNetwork.of("10.0.0.0/8"), // private
                    IpNetwork.of("100.64.0.0/10"), // shared by a carrier's customers
                    IpNetwork.of("127.0.0.0/8"), // loopback
                    IpNetwork.of("169.254.0.0/16"), // link-scope; cloud metadata lives here
                    IpNetwork.of("172.16.0.0/12"), // private
                    IpNetwork.of("192.0.0.0/24"), // protocol assignments
                    IpNetwork.of("192.0.2.0/24"), // documentation
                    IpNetwork.of("192.88.99.0/24"), // 6to4 relays, withdrawn
                    IpNetwork.of("192.168.0.0/16"), // private
                    IpNetwork.of("198.18.0.0/15"), // benchmarking
                    IpNetwork.of("198.51.100.0/24"), // documentation
                    IpNetwork.of("203.0.113.0/24"), // documentation
                    IpNetwork.of("224.0.0.0/4"), // multicast
                    IpNetwork.of("240.0.0.0/4")); // reserved, broadcast

    /// The only block of public IPv6 addresses: loopback, mapped and compatible IPv4, NAT64,
    /// `fc00::/7`, `fe80::/10`, `fec0::/10` and multicast addresses all lie outside.
    private static final IpNetwork UNICAST_V6 = IpNetwork.of("2000::/3");

    private static final List<IpNetwork> PRIVATE_V6 =
            List.of(
                    IpNetwork.of("2001::/23"), // protocol assignments: Teredo, benchmarking, ORCHID
                    IpNetwork.of("2001:db8::/32"), // documentation
                    IpNetwork.of("2002::/16"), // 6to4: carries any IPv4 address
                    IpNetwork.of("3fff::/20")); // documentation

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return PRIVATE_V4.stream().noneMatch(network -> network.contains(address));
        }
        return UNICAST_V6.contains(address)
                && PRIVATE_V6.stream().noneMatch(network -> network.contains(address));
    }
}
