package io.parler.conversion.provider;

import java.net.URI;

/// The base URL of a provider's API.
public record BaseUrl(String url) {
    public BaseUrl {
        url = url.strip().replaceAll("/+$", "");
        String scheme = URI.create(url).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("not an HTTP URL: " + url);
        }
    }

    public URI at(String path) {
        return URI.create(url + path);
    }
}
