package io.parler.loadpost.load;

import io.parler.loadpost.cover.CoverMaker;
import io.parler.loadpost.cover.CoverResult;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.PublicWebClient;
import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.load.LoadResult.Failed;
import io.parler.loadpost.load.LoadResult.Found;
import io.parler.problem.ProblemType;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.Locale;

/// Loads the picture at an address as a cover, a small JPEG.
public final class CoverLoader {
    /// A picture is larger than a page.
    public static final PublicWebClient.Limits LIMITS =
            new PublicWebClient.Limits(Duration.ofSeconds(10), 10_000_000);

    /// The formats that can be decoded come first: a site that chooses by this header sends no
    /// AVIF.
    static final String ACCEPT = "image/jpeg, image/png, image/webp, image/gif, image/*;q=0.5";

    private static final Duration DECODE_TIMEOUT = Duration.ofSeconds(10);

    private final WebClient web;

    /// @param web with [#LIMITS]
    public CoverLoader(WebClient web) {
        this.web = web;
    }

    public LoadResult<byte[]> load(String url) {
        if (url.strip().toLowerCase(Locale.ROOT).startsWith("data:")) {
            return new Failed<>(
                    ProblemType.URL_NOT_ALLOWED, "A picture inside its address is not read.");
        }
        return switch (web.get(url, ACCEPT)) {
            case FetchResult.Failed failed -> failed(failed);
            case FetchResult.Found(var resource) ->
                    switch (CoverMaker.make(resource.body(), Deadline.within(DECODE_TIMEOUT))) {
                        case CoverResult.Found(var jpeg) -> new Found<>(jpeg);
                        case CoverResult.NoPicture(var detail) ->
                                new Failed<>(ProblemType.NO_PICTURE, detail);
                    };
        };
    }

    private static Failed<byte[]> failed(FetchResult.Failed failed) {
        return failed.problem() == ProblemType.PAGE_TOO_LARGE
                ? new Failed<>(
                        ProblemType.NO_PICTURE,
                        "The picture is larger than " + LIMITS.bytes() / 1_000_000 + " MB.")
                : new Failed<>(failed.problem(), failed.detail());
    }
}
