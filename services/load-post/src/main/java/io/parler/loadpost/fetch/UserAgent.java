package io.parler.loadpost.fetch;

import java.net.URI;

/// The `User-Agent` header that sites see: it names Parler and where it can be reached.
public record UserAgent(String value) {
    public static UserAgent of(URI publicOrigin) {
        return new UserAgent("Mozilla/5.0 (compatible; Parler/0.1; +" + publicOrigin + ")");
    }
}
