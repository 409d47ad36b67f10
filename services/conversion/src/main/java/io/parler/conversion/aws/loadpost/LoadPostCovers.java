package io.parler.conversion.aws.loadpost;

import io.parler.conversion.audio.Covers;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Pictures from load-post, which fetches and re-encodes them.
public final class LoadPostCovers implements Covers {
    private static final Logger log = LoggerFactory.getLogger(LoadPostCovers.class);

    private final LoadPost loadPost;

    public LoadPostCovers(LoadPost loadPost) {
        this.loadPost = loadPost;
    }

    @Override
    public Optional<byte[]> of(String url) {
        try {
            LoadPost.Answer answer = loadPost.get("/v1/cover", Map.of("url", url), Map.of());
            if (answer.statusCode() == 200) {
                return Optional.of(answer.content());
            }
            log.atInfo().addKeyValue("status", answer.statusCode()).log("no cover");
        } catch (SdkException | LoadPostUnavailable | UncheckedIOException e) {
            log.atWarn().setCause(e).log("no cover: an outage");
        }
        return Optional.empty();
    }
}
