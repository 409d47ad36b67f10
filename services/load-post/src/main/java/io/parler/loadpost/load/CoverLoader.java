package io.parler.loadpost.load;

import io.parler.loadpost.cover.CoverMaker;
import io.parler.loadpost.cover.CoverReading;
import io.parler.loadpost.fetch.Fetch;
import io.parler.loadpost.fetch.PublicWeb;
import io.parler.loadpost.fetch.Web;
import io.parler.loadpost.load.Loaded.Found;
import io.parler.loadpost.load.Loaded.Refused;
import java.time.Duration;
import java.util.Locale;

/// Gets the picture at an address as a cover, a small JPEG.
public final class CoverLoader {
    /// A picture is larger than a page.
    public static final PublicWeb.Limits LIMITS =
            new PublicWeb.Limits(Duration.ofSeconds(10), 10_000_000);

    /// Those that can be read first; a site that chooses by this header sends no AVIF.
    static final String ACCEPT = "image/jpeg, image/png, image/webp, image/gif, image/*;q=0.5";

    /// The caller has 29 seconds, and the fetch takes up to ten.
    private static final Duration READING = Duration.ofSeconds(10);

    private final Web web;
    private final CoverMaker maker = new CoverMaker(READING);

    /// @param web with [#LIMITS]
    public CoverLoader(Web web) {
        this.web = web;
    }

    public Loaded<byte[]> load(String url) {
        if (url.strip().toLowerCase(Locale.ROOT).startsWith("data:")) {
            return new Refused<>(
                    Refusal.URL_NOT_ALLOWED, "A picture inside its address is not read.");
        }
        return switch (web.get(url, ACCEPT)) {
            case Fetch.Refused refused -> refused(refused);
            case Fetch.Found(var resource) ->
                    switch (maker.make(resource.body())) {
                        case CoverReading.Found(var jpeg) -> new Found<>(jpeg);
                        case CoverReading.NoPicture(var detail) ->
                                new Refused<>(Refusal.NO_PICTURE, detail);
                    };
        };
    }

    private static Refused<byte[]> refused(Fetch.Refused refused) {
        return refused.reason() == Fetch.Reason.PAGE_TOO_LARGE
                ? new Refused<>(
                        Refusal.NO_PICTURE,
                        "The picture is larger than " + LIMITS.bytes() / 1_000_000 + " MB.")
                : new Refused<>(Refusal.of(refused.reason()), refused.detail());
    }
}
