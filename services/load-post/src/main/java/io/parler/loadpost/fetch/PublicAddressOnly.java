package io.parler.loadpost.fetch;

import java.net.InetAddress;
import java.util.Set;

/// Which addresses may be fetched: public ones on the ports that serve pages, and what a setting
/// allows by name.
public final class PublicAddressOnly {
    /// Blogs are served on these. Anything else would let a caller knock at the mail servers and
    /// databases of strangers in our name.
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    static final Fetch.Refused REFUSAL =
            new Fetch.Refused(
                    Fetch.Reason.URL_NOT_ALLOWED,
                    "Only public web addresses on the usual ports are read.");

    private final AllowedNetworks allowed;

    public PublicAddressOnly(AllowedNetworks allowed) {
        this.allowed = allowed;
    }

    boolean allows(WebAddress address, InetAddress resolved) {
        return allowed.allows(address, resolved)
                || (PublicAddress.isPublic(resolved) && PORTS.contains(address.port()));
    }

    /// False where the spelling alone is enough to refuse, before any name is looked up: an inner
    /// address, or a port that serves no pages.
    public boolean allowsAtSight(WebAddress address) {
        return address.literal()
                .map(literal -> allows(address, literal))
                .orElseGet(() -> PORTS.contains(address.port()) || allowed.mayAllow(address));
    }
}
