package io.parler.conversion.aws.loadpost;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.Problem;
import io.parler.conversion.Time;
import io.parler.conversion.article.Articles;
import io.parler.http.Json;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Articles from load-post.
public final class LoadPostArticles implements Articles {
    /// A site that is away for a moment is asked again before the user is told.
    private static final Set<String> PASSING = Set.of("site-unreachable", "site-timeout");

    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final LoadPost loadPost;
    private final Time time;
    private final int tries;
    private final Map<String, String> headers;

    private LoadPostArticles(LoadPost loadPost, Time time, int tries, Map<String, String> headers) {
        this.loadPost = loadPost;
        this.time = time;
        this.tries = tries;
        this.headers = headers;
    }

    /// For what is spoken: the text as it is now, so no kept page is taken unasked.
    public LoadPostArticles(LoadPost loadPost, Time time) {
        this(loadPost, time, TRIES, Map.of("cache-control", "no-cache"));
    }

    /// For somebody who looks at it and waits: the page as it was read a moment ago will do.
    public static LoadPostArticles once(LoadPost loadPost, Time time) {
        return new LoadPostArticles(loadPost, time, 1, Map.of());
    }

    private record ProblemJson(
            @Nullable String type, @Nullable String title, @Nullable String detail) {
        Problem problem(int status) {
            if (type == null || title == null) {
                throw new LoadPostUnavailable("load-post answered " + status);
            }
            String slug = type.substring(type.lastIndexOf('/') + 1);
            return new Problem(status, slug, title, detail == null ? title + "." : detail);
        }
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
        Loaded loaded = ask(query);
        for (int tried = 1; tried < tries && isPassing(loaded); tried++) {
            time.sleep(BETWEEN_TRIES);
            loaded = ask(query);
        }
        return loaded;
    }

    private static boolean isPassing(Loaded loaded) {
        return loaded instanceof Loaded.Refused(Problem problem)
                && PASSING.contains(problem.slug());
    }

    private Loaded ask(Map<String, String> query) {
        try {
            return understood(loadPost.get("/v1/article", query, headers));
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Loaded understood(LoadPost.Answer answer) throws JacksonException {
        int status = answer.statusCode();
        if (status == 200) {
            return new Loaded.Found(Json.read(answer.content(), ArticleV1.class).article());
        }
        Problem problem = Json.read(answer.content(), ProblemJson.class).problem(status);
        boolean refused = status >= 400 && status < 500 && status != 429;
        if (refused || PASSING.contains(problem.slug())) {
            return new Loaded.Refused(problem);
        }
        throw new LoadPostUnavailable("load-post answered " + status + " " + problem.slug());
    }
}
