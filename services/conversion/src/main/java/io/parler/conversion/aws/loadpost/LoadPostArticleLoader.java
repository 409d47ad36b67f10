package io.parler.conversion.aws.loadpost;

import io.parler.conversion.Time;
import io.parler.conversion.article.ArticleLoader;
import io.parler.http.FunctionResponse;
import io.parler.problem.Problem;
import io.parler.problem.UnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Loads articles from load-post.
public final class LoadPostArticleLoader implements ArticleLoader {
    /// Problems that are retried before the user is told: the site may be back in a moment.
    private static final Set<String> RETRYABLE = Set.of("site-unreachable", "site-timeout");

    private static final int MAX_ATTEMPTS = 3;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);

    private final LoadPostClient loadPost;
    private final Time time;
    private final int maxAttempts;
    private final Map<String, String> headers;

    private LoadPostArticleLoader(
            LoadPostClient loadPost, Time time, int maxAttempts, Map<String, String> headers) {
        this.loadPost = loadPost;
        this.time = time;
        this.maxAttempts = maxAttempts;
        this.headers = headers;
    }

    /// For conversions: load-post checks with the site, so the text is current.
    public LoadPostArticleLoader(LoadPostClient loadPost, Time time) {
        this(loadPost, time, MAX_ATTEMPTS, Map.of("cache-control", "no-cache"));
    }

    /// For previews, where a caller waits: a single attempt, and a cached page will do.
    public static LoadPostArticleLoader once(LoadPostClient loadPost, Time time) {
        return new LoadPostArticleLoader(loadPost, time, 1, Map.of());
    }

    @Override
    public Loaded page(String url) throws InterruptedException {
        return load(Map.of("url", url));
    }

    @Override
    public Loaded feedPost(String feedUrl, String postId) throws InterruptedException {
        return load(Map.of("feedUrl", feedUrl, "postId", postId));
    }

    private Loaded load(Map<String, String> query) throws InterruptedException {
        Loaded loaded = request(query);
        for (int attempts = 1; attempts < maxAttempts && isRetryable(loaded); attempts++) {
            time.sleep(RETRY_DELAY);
            loaded = request(query);
        }
        return loaded;
    }

    private static boolean isRetryable(Loaded loaded) {
        return loaded instanceof Loaded.Refused(Problem problem)
                && RETRYABLE.contains(problem.slug());
    }

    private Loaded request(Map<String, String> query) {
        FunctionResponse response = loadPost.get("/v1/article", query, headers);
        int status = response.status();
        if (status == 200) {
            return new Loaded.Found(response.json(ArticleV1.class).article());
        }
        Problem problem = response.problem();
        boolean refused = status >= 400 && status < 500;
        if (refused || RETRYABLE.contains(problem.slug())) {
            return new Loaded.Refused(problem);
        }
        throw new UnavailableException("load-post responded " + status + " " + problem.slug());
    }
}
