package io.parler.loadpost.fetch;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// The inner addresses that may be fetched though they are not public: by host, by host and port,
/// or by network. Empty on AWS.
public final class AllowedNetworks {
    private final List<String> hosts = new ArrayList<>();
    private final List<Network> networks = new ArrayList<>();

    /// @param setting comma-separated `host`, `host:port` or `address/prefix`; may be empty
    public AllowedNetworks(String setting) {
        for (var entry : setting.split(",", -1)) {
            var text = entry.strip();
            if (text.isEmpty()) {
                continue;
            }
            try {
                if (text.contains("/")) {
                    networks.add(Network.of(text));
                } else {
                    var address = WebAddress.parse("http://" + text);
                    boolean anyPort = !text.matches(".*:[0-9]+$") || text.endsWith("]");
                    hosts.add(address.host() + ":" + (anyPort ? "*" : address.port()));
                }
            } catch (UnreadableAddress | IllegalArgumentException e) {
                throw new IllegalArgumentException("not a host, host:port or network: " + text, e);
            }
        }
    }

    boolean allows(WebAddress address, InetAddress resolved) {
        return named(address) || networks.stream().anyMatch(network -> network.contains(resolved));
    }

    /// Whether a host name may yet turn out to be allowed: where it leads is not known.
    boolean mayAllow(WebAddress address) {
        return named(address) || !networks.isEmpty();
    }

    private boolean named(WebAddress address) {
        return hosts.contains(address.host() + ":*")
                || hosts.contains(address.host() + ":" + address.port());
    }
}
