package io.parler.loadpost.fetch;

import io.parler.problem.ProblemType;
import java.net.InetAddress;
import java.util.Set;

/// Decides which addresses may be fetched: public ones on the ports that serve pages, and what a
/// setting allows.
public final class AddressPolicy {
    /// The ports of blogs. Any other port would let a caller probe mail servers and databases of
    /// strangers from our address.
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    static final FetchResult.Failed NOT_ALLOWED =
            new FetchResult.Failed(
                    ProblemType.URL_NOT_ALLOWED,
                    "Only public web addresses on the usual ports are read.");

    private final AllowedNetworks allowed;

    public AddressPolicy(AllowedNetworks allowed) {
        this.allowed = allowed;
    }

    boolean allows(WebAddress address, InetAddress resolved) {
        return allowed.allows(address, resolved)
                || (PublicAddress.isPublic(resolved) && PORTS.contains(address.port()));
    }

    /// False if the address is refused whatever its host name resolves to: a private IP
    /// address, or a port that serves no pages.
    public boolean mayAllow(WebAddress address) {
        return address.literal()
                .map(literal -> allows(address, literal))
                .orElseGet(() -> PORTS.contains(address.port()) || allowed.mayAllow(address));
    }
}
