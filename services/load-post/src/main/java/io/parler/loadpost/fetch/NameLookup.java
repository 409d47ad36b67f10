package io.parler.loadpost.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// DNS: the addresses of a host name.
@FunctionalInterface
public interface NameLookup {
    List<InetAddress> addressesOf(String host) throws UnknownHostException;

    static NameLookup system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
