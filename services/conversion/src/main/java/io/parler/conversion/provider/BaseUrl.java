package io.parler.conversion.provider;

import java.net.URI;

/// Where a service is reached; its paths are added to it.
public record BaseUrl(String url) {
    public BaseUrl {
        url = url.strip().replaceAll("/+$", "");
        String scheme = URI.create(url).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("not the address of a voice service: " + url);
        }
    }

    public URI at(String path) {
        return URI.create(url + path);
    }
}
