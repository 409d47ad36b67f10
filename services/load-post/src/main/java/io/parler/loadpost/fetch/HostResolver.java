package io.parler.loadpost.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks up the IP addresses of a host name.
@FunctionalInterface
public interface HostResolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;

    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
