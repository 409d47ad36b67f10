package io.parler.conversion.aws.loadpost;

import io.parler.conversion.audio.CoverLoader;
import io.parler.http.FunctionResponse;
import io.parler.problem.UnavailableException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Loads covers from load-post, which fetches and re-encodes the picture.
public final class LoadPostCoverLoader implements CoverLoader {
    private static final Logger LOG = LoggerFactory.getLogger(LoadPostCoverLoader.class);

    private final LoadPostClient loadPost;

    public LoadPostCoverLoader(LoadPostClient loadPost) {
        this.loadPost = loadPost;
    }

    @Override
    public Optional<byte[]> load(String url) {
        try {
            FunctionResponse response = loadPost.get("/v1/cover", Map.of("url", url), Map.of());
            if (response.status() == 200) {
                return Optional.of(response.body());
            }
            LOG.atInfo().addKeyValue("status", response.status()).log("no cover");
        } catch (SdkException | UnavailableException | UncheckedIOException e) {
            LOG.atWarn().setCause(e).log("no cover: load-post is unavailable");
        }
        return Optional.empty();
    }
}
