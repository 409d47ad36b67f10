package io.parler.status;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The addresses of the files in the audio bucket. Those of a private conversion are signed, and
/// expire.
public final class AudioUrls {
    /// Where the edge serves a file only to a signed address.
    private static final String PRIVATE = "audio/private/";

    /// An address is valid for one to two of these. It stays the same within one, so that a client
    /// that asks again gets the same answer.
    static final Duration PERIOD = Duration.ofHours(12);

    private final String publicOrigin;
    private final Supplier<UrlSigner> signer;
    private final InstantSource clock;

    /// @param signer called only for private files
    public AudioUrls(String publicOrigin, Supplier<UrlSigner> signer, InstantSource clock) {
        this.publicOrigin = publicOrigin;
        this.signer = signer;
        this.clock = clock;
    }

    public String publicOrigin() {
        return publicOrigin;
    }

    /// The absolute address of the file with this key.
    public String of(String key) {
        String url = publicOrigin + path(key);
        return key.startsWith(PRIVATE) ? signer.get().sign(url, expiry()) : url;
    }

    /// The same for a page of ours, which may be reached at another host too: without the host,
    /// unless it is signed.
    public String onPage(String key) {
        return key.startsWith(PRIVATE) ? of(key) : path(key);
    }

    private Instant expiry() {
        long period = PERIOD.toSeconds();
        return Instant.ofEpochSecond((clock.instant().getEpochSecond() / period + 2) * period);
    }

    /// A key is a path, but may hold characters that an address must encode.
    private static String path(String key) {
        try {
            return new URI(null, null, "/" + key, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an audio key is not a path", e);
        }
    }
}
