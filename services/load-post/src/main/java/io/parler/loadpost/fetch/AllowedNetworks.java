package io.parler.loadpost.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// The private addresses that may be fetched all the same: by host, by host and port, or by
/// network. Empty on AWS.
public final class AllowedNetworks {
    private final List<String> hosts = new ArrayList<>();
    private final List<IpNetwork> networks = new ArrayList<>();

    /// @param setting comma-separated `host`, `host:port` or `address/prefix`; may be empty
    public AllowedNetworks(String setting) {
        for (String entry : setting.split(",", -1)) {
            String text = entry.strip();
            if (text.isEmpty()) {
                continue;
            }
            try {
                if (text.contains("/")) {
                    networks.add(IpNetwork.of(text));
                } else {
                    WebAddress address = WebAddress.parse("http://" + text);
                    boolean anyPort = !text.matches(".*:[0-9]+$") || text.endsWith("]");
                    hosts.add(address.host() + ":" + (anyPort ? "*" : address.port()));
                }
            } catch (InvalidAddressException | IllegalArgumentException e) {
                throw new IllegalArgumentException("not a host, host:port or network: " + text, e);
            }
        }
    }

    boolean allows(WebAddress address, InetAddress resolved) {
        return named(address) || networks.stream().anyMatch(network -> network.contains(resolved));
    }

    /// Whether a host name may be allowed, before it is resolved.
    boolean mayAllow(WebAddress address) {
        return named(address) || !networks.isEmpty();
    }

    private boolean named(WebAddress address) {
        return hosts.contains(address.host() + ":*")
                || hosts.contains(address.host() + ":" + address.port());
    }
}
