package io.parler.status;

import java.net.URI;
import java.net.URISyntaxException;

/// The address of a page of another site, as it stands on our pages.
public final class WebAddress {
    private WebAddress() {}

    /// Whether a link may lead there.
    public static boolean isWeb(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    /// The host, which names the site on one line; the whole address if there is none.
    public static String host(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? address : host;
        } catch (URISyntaxException e) {
            return address;
        }
    }
}
